// Shows the entries that OmegaT reads from a glossary file: source, target, comment. Arguments: the file, a folder.
import org.omegat.core.Core
import org.omegat.core.data.IProject
import org.omegat.core.data.ProjectProperties
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
import org.omegat.util.RuntimePreferences

RuntimePreferences.setConfigDir(args[1])
def properties = new ProjectProperties(new File(args[1]))
properties.sourceLanguage = "ID"
properties.targetLanguage = "EN"
Core.setProject([getProjectProperties: { properties }, isProjectLoaded: { true }] as IProject)
def file = new File(args[0])
def entries = file.name.endsWith(".tbx") ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false)
def out = new PrintStream(System.out, true, "UTF-8")
entries.each { entry -> out.println([entry.srcText, entry.getLocTerms(false).join("|"), entry.commentText].join("\t").replace("\n", " ")) }
