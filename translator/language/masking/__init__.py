"""Placeables are masked before the engine gets a sentence, and restored in its translation.

Most give way to a stand-in that a model copies, such as `XK`, so that the sentence keeps its noun. What is no word of
the sentence (an emoji, a tag, a lone symbol) is taken out, with one of the spaces around it. Square brackets have round
ones, `&` between words has `dan`, and runs of blanks and codes for a new line have one space.
"""

from translator.language.masking.mask import Mask as Mask
from translator.language.masking.mask import mask as mask
from translator.language.masking.mask import unmasked as unmasked
from translator.language.masking.restoring import Restored as Restored
from translator.language.masking.restoring import restore as restore
from translator.language.masking.stand_ins import NAMES as NAMES
