package kiro.spec;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that names the criteria which a task or a property serves: `_Requirements: 1.1, 2.3_`,
/// `**Validates: Requirements 1.2**`, `_需求: 1.1_`.
final class CitationLine {
    private static final String LABEL =
            "(?:validates|requirements?|reqs?|acceptance criteria|criteria"
                    + "|验证需求|需求|要求|验收标准|要件|требовани[ея]|requisitos?|exigences?|anforderung(?:en)?"
                    + "|요구 ?사항|דרישות|yêu cầu|persyaratan)";
    private static final Pattern LINE = Pattern.compile("(?iU)" + form(LABEL));

    /// The same for a line of ASCII alone, which is told several times as fast.
    private static final Pattern PLAIN_LINE =
            Pattern.compile(
                    "(?i)"
                            + form(
                                    "(?:validates|requirements?|reqs?|acceptance criteria|criteria"
                                            + "|requisitos?|exigences?|anforderung(?:en)?|persyaratan)"));

    private CitationLine() {}

    private static String form(String label) {
        return "\\s*(?:(?:[-*+>]|\\d+[.)])\\s+)*[_*]{0,3}"
                + label
                + "[^:：]{0,16}[:：][_*]{0,3}(?<list>[^_]*?)(?:\\*\\*)?(?:\\s*|_.*)";
    }

    /// What a line cites; empty where it is no such line, or names nothing that could be an id.
    static List<Citation> of(String line, int number) {
        if (line.indexOf(':') < 0 && line.indexOf('：') < 0) {
            return List.of();
        }
        Matcher matcher = (isAscii(line) ? PLAIN_LINE : LINE).matcher(line);
        return matcher.matches()
                ? Citation.listed(matcher.group("list"), number, matcher.start("list") + 1)
                : List.of();
    }

    static boolean isAscii(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
