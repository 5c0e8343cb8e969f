package kiro.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.Needles;

/// What the headings of a folder's documents are called, in the languages that people write them in.
final class SectionWords {
    private static final List<String> CRITERIA =
            List.of(
                    "acceptance criteri",
                    "success criteri",
                    "验收标准",
                    "验收条件",
                    "驗收標準",
                    "接受标准",
                    "受け入れ基準",
                    "受入基準",
                    "受け入れ条件",
                    "受入条件",
                    "критерии при",
                    "критерии готовности",
                    "criterios de aceptaci",
                    "critérios de aceita",
                    "criterios de aceita",
                    "critères d",
                    "akzeptanzkriteri",
                    "abnahmekriteri",
                    "criteri di accettazione",
                    "인수 기준",
                    "인수 조건",
                    "수락 기준",
                    "수용 기준",
                    "승인 기준",
                    "קריטריוני קבלה",
                    "tiêu chí chấp nhận",
                    "kriteria penerimaan",
                    "kryteria akceptacji",
                    "kabul kriterleri",
                    "acceptatiecriteria",
                    "معايير القبول");
    private static final List<String> DEFECT =
            List.of(
                    "current behavior",
                    "current behaviour",
                    "(defect)",
                    "当前行为",
                    "現在の動作",
                    "comportamiento actual");
    private static final List<String> REPAIRED =
            List.of(
                    "expected behavior",
                    "expected behaviour",
                    "unchanged behavior",
                    "unchanged behaviour",
                    "regression prevention",
                    "期望行为",
                    "预期行为",
                    "不变行为",
                    "期待される動作");
    private static final List<String> GENERIC =
            List.of(
                    "requirements document",
                    "requirements",
                    "requirement document",
                    "requirements specification",
                    "bugfix requirements document",
                    "bugfix requirements",
                    "需求文档",
                    "需求规格文档",
                    "要件定義書",
                    "要件定義",
                    "документ требований",
                    "требования",
                    "documento de requisitos",
                    "requisitos",
                    "מסמך דרישות",
                    "요구사항 문서",
                    "요구사항");

    private static final Needles ALL =
            Needles.of(Stream.of(CRITERIA, DEFECT, REPAIRED).flatMap(List::stream).toList());
    private static final long CRITERIA_BITS = ALL.bits(CRITERIA);
    private static final long DEFECT_BITS = ALL.bits(DEFECT);
    private static final long REPAIRED_BITS = ALL.bits(REPAIRED);

    private SectionWords() {}

    /// What stands below a heading.
    enum Meaning {
        CRITERIA,
        /// What a defect does: nothing to be proven.
        DEFECT,
        /// What is to hold once a defect is repaired.
        REPAIRED,
        OTHER
    }

    static Meaning meaning(String heading) {
        long found = ALL.in(heading.toLowerCase(Locale.ROOT));
        if ((found & CRITERIA_BITS) != 0 || isNamedSo(heading)) {
            return Meaning.CRITERIA;
        }
        if ((found & DEFECT_BITS) != 0) {
            return Meaning.DEFECT;
        }
        return (found & REPAIRED_BITS) != 0 ? Meaning.REPAIRED : Meaning.OTHER;
    }

    static boolean isCriteria(String heading) {
        return (ALL.in(heading.toLowerCase(Locale.ROOT)) & CRITERIA_BITS) != 0
                || isNamedSo(heading);
    }

    private static boolean isNamedSo(String heading) {
        Optional<SectionKind> kind = SectionKind.of(heading);
        return kind.isPresent() && kind.get() == SectionKind.ACCEPTANCE_CRITERIA;
    }

    /// What a document's heading says beyond that it is a document of requirements; empty where that is all.
    static String title(String heading) {
        String words = heading.strip();
        for (String mark : List.of(":", "：", " - ", " – ", " — ")) {
            int at = words.indexOf(mark);
            if (at > 0 && isGeneric(words.substring(0, at))) {
                return words.substring(at + mark.length()).strip();
            }
            if (at > 0 && isGeneric(words.substring(at + mark.length()))) {
                return words.substring(0, at).strip();
            }
        }
        return isGeneric(words) ? "" : words;
    }

    private static boolean isGeneric(String words) {
        return GENERIC.contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
