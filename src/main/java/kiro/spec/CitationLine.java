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
    private static final Pattern LINE =
            Pattern.compile(
                    "(?iU)\\s*(?:(?:[-*+>]|\\d+[.)])\\s+)*[_*]{0,3}"
                            + LABEL
                            + "[^:：]{0,16}[:：][_*]{0,3}(?<list>[^_]*?)(?:\\*\\*)?(?:\\s*|_.*)");

    /// The same labels in ASCII, the longer first where one begins like another.
    private static final List<String> PLAIN_LABELS =
            List.of(
                    "validates",
                    "requirements",
                    "requirement",
                    "reqs",
                    "req",
                    "acceptance criteria",
                    "criteria",
                    "requisitos",
                    "requisito",
                    "exigences",
                    "exigence",
                    "anforderungen",
                    "anforderung",
                    "persyaratan");

    /// So many characters may stand between a label and its colon.
    private static final int REACH = 16;

    private CitationLine() {}

    /// What a line cites; empty where it is no such line, or names nothing that could be an id.
    static List<Citation> of(String line, int number) {
        if (line.indexOf(':') < 0 && line.indexOf('：') < 0) {
            return List.of();
        }
        if (isAscii(line)) {
            return plain(line, number);
        }
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Citation.listed(matcher.group("list"), number, matcher.start("list") + 1)
                : List.of();
    }

    /// A line of ASCII is read without a pattern: there are many, in every list of tasks.
    private static List<Citation> plain(String line, int number) {
        int label = afterMarks(line);
        int colon = line.indexOf(':', label);
        if (colon < 0 || !isLabelled(line, label, colon)) {
            return List.of();
        }
        int start = afterEmphasis(line, colon + 1);
        return Citation.listed(line.substring(start, end(line, start)), number, start + 1);
    }

    /// Where the words begin, behind the marks of lists and quotes and an opening emphasis.
    private static int afterMarks(String line) {
        int at = spaces(line, 0);
        int mark = markEnd(line, at);
        while (mark > at) {
            at = mark;
            mark = markEnd(line, at);
        }
        return afterEmphasis(line, at);
    }

    /// Where the mark of a list that stands at an index ends, with the space behind it; the index where there is none.
    private static int markEnd(String line, int at) {
        int end = at;
        if (end < line.length() && "-*+>".indexOf(line.charAt(end)) >= 0) {
            end++;
        } else {
            while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
                end++;
            }
            boolean isNumber =
                    end > at && end < line.length() && ".)".indexOf(line.charAt(end)) >= 0;
            end = isNumber ? end + 1 : at;
        }
        int behind = spaces(line, end);
        return end > at && behind > end ? behind : at;
    }

    private static int afterEmphasis(String line, int from) {
        int at = from;
        while (at < line.length() && at < from + 3 && "_*".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isLabelled(String line, int at, int colon) {
        if (at >= line.length() || "vraceVRACEpP".indexOf(line.charAt(at)) < 0) {
            return false;
        }
        for (String label : PLAIN_LABELS) {
            if (line.regionMatches(true, at, label, 0, label.length())) {
                return colon - at - label.length() <= REACH;
            }
        }
        return false;
    }

    /// Where the list ends: at the emphasis that closes the line, or the space at its end.
    private static int end(String line, int start) {
        int emphasis = line.indexOf('_', start);
        int end = emphasis;
        if (emphasis < 0) {
            end = line.length();
            while (end > start && isSpace(line.charAt(end - 1))) {
                end--;
            }
        }
        return end - 2 >= start && line.startsWith("**", end - 2) ? end - 2 : end;
    }

    private static int spaces(String line, int from) {
        int at = from;
        while (at < line.length() && isSpace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
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
