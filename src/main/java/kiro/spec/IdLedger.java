package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.TextDocument;

/// The comment in which a spec remembers the ids that are not to be given again:
/// `<!-- kiro ids: last AC-7; retired AC-3, UPU-2 -->`, a line of its own.
///
/// @param line its number; 0 where there is none
/// @param last the highest number that was given
record IdLedger(int line, OptionalInt last, List<CriterionId> retired) {
    private static final String OPEN = "<!-- kiro ids:";
    private static final Pattern LAST = Pattern.compile("last AC-(\\d{1,8})");
    private static final Pattern RETIRED = Pattern.compile("retired ([^;]*)");

    private static final IdLedger NONE = new IdLedger(0, OptionalInt.empty(), List.of());

    IdLedger {
        retired = List.copyOf(retired);
    }

    static IdLedger of(TextDocument document) {
        for (int number = document.length(); number > 0; number--) {
            String line = document.line(number);
            if (line.isEmpty() || "< \t".indexOf(line.charAt(0)) < 0) {
                continue;
            }
            int start = VisibleLines.indent(line);
            if (line.startsWith(OPEN, start) && line.stripTrailing().endsWith("-->")) {
                return parsed(number, line.substring(start + OPEN.length()));
            }
        }
        return NONE;
    }

    private static IdLedger parsed(int number, String text) {
        Matcher last = LAST.matcher(text);
        var retired = new ArrayList<CriterionId>();
        Matcher listed = RETIRED.matcher(text.replace("-->", ";"));
        if (listed.find()) {
            for (String id : listed.group(1).split("[,\\s]+")) {
                CriterionId.parse(id).ifPresent(retired::add);
            }
        }
        return new IdLedger(
                number,
                last.find() ? OptionalInt.of(Integer.parseInt(last.group(1))) : OptionalInt.empty(),
                retired);
    }

    boolean isRetired(CriterionId id) {
        return !retired.isEmpty() && retired.stream().anyMatch(each -> each.key().equals(id.key()));
    }

    /// The document with this ledger in its place, or as its last line; as it is where there is nothing to remember.
    TextDocument in(TextDocument document) {
        if (last.isEmpty() && retired.isEmpty()) {
            return document;
        }
        if (line > 0) {
            return document.line(line).strip().equals(text())
                    ? document
                    : document.withLine(line, text());
        }
        int lines = document.lines().size();
        boolean isParted = lines == 0 || document.line(lines).isBlank();
        return document.withLinesAfter(lines, isParted ? List.of(text()) : List.of("", text()));
    }

    private String text() {
        var parts = new ArrayList<String>();
        last.ifPresent(number -> parts.add("last AC-" + number));
        if (!retired.isEmpty()) {
            parts.add(
                    "retired "
                            + String.join(", ", retired.stream().map(CriterionId::value).toList()));
        }
        return OPEN + " " + String.join("; ", parts) + " -->";
    }

    /// The number of an id that was counted, `AC-7`.
    static OptionalInt number(CriterionId id) {
        String key = id.key();
        if (!key.startsWith("ac-") || key.length() > 11) {
            return OptionalInt.empty();
        }
        String digits = key.substring(3);
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
