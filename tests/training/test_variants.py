from pathlib import Path

from sentencepiece import SentencePieceProcessor

import translator
from training.draws import Draws
from training.prepare import prepare
from training.variants import Variants, draw_subwords, shared_names

PAIRS = [
    ("Kapal itu bertemu Marlina di Kupang.", "The ship met Marlina in Kupang."),
    ("Kemarin Budiman dan TNI berangkat.", "Budiman and the TNI left yesterday."),
    ("Mereka membaca Data itu.", "They read the Data, all data."),
]


def test_a_shared_name_has_a_capital_on_both_sides_and_no_lower_case() -> None:
    assert shared_names(*PAIRS[0], common=set()) == ["Kupang", "Marlina"]
    assert shared_names(*PAIRS[1], common=set()) == ["Budiman"]
    assert shared_names(*PAIRS[2], common={"data"}) == []


def test_exchanged_names_are_alike_on_both_sides_and_nothing_else_changes() -> None:
    variants = Variants(PAIRS)
    assert variants.names == ["Budiman", "Kupang", "Marlina"]
    seen = set()
    for _ in range(50):
        source, target = variants.exchange(*PAIRS[0])
        first, second = source.removeprefix("Kapal itu bertemu ").removesuffix(".").split(" di ")
        assert target == f"The ship met {first} in {second}."
        seen |= {first, second}
    assert len(seen) > len(variants.names)  # some are invented


def test_the_same_seed_makes_the_same_variants() -> None:
    first, second, other = (Variants(PAIRS * 20, seed) for seed in (1, 1, 2))
    made = [[one.exchange(*pair) for pair in PAIRS * 20] for one in (first, second, other)]
    assert made[0] == made[1] != made[2]


def test_drawn_subwords_spell_the_same_text() -> None:
    starter = SentencePieceProcessor(model_file=str(Path(translator.__file__).parent / "starter/hf/source.spm"))
    texts = ["Pasukan itu meninggalkan pangkalan kemarin malam."] * 30
    drawn = draw_subwords(texts, starter)
    assert {starter.decode(line.split()) for line in drawn} == set(texts)
    assert len(set(drawn)) > 1


def test_variants_follow_the_pairs_and_share_their_weight(corpus: Path, tmp_path: Path) -> None:
    draws = Draws({"all": {"news": 1, "bible": 0.25}})
    for name, variants in (("plain", 0), ("varied", 2)):
        prepare(corpus, tmp_path / name, draws, vocabulary=None, size=61, variants=variants)
    plain, varied = (
        {side: (tmp_path / name / f"train.{side}").read_text().splitlines() for side in ("id", "en", "weight")}
        for name in ("plain", "varied")
    )
    count = len(plain["id"])
    assert all(len(lines) == 3 * count for lines in varied.values())
    assert (varied["id"][:count], varied["en"][:count]) == (plain["id"], plain["en"])
    assert abs(sum(map(float, plain["weight"])) - sum(map(float, varied["weight"]))) < 0.01 * count
