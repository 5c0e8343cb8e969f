package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.CriterionRef;

/// The marks that tools for tracing requirements put into comments: `[verify X]`, `r[verify x]` of tracey,
/// `[utest->req~x~1]` of OpenFastTrace, `@relation(X)` of StrictDoc, `@SVCs("X")` of reqstool, `//= file#X` of duvet.
/// What says of itself that it marks an implementation names nothing for a test, and the other way round.
final class TracingMarks {
    private static final String ITEM = "[A-Za-z0-9](?:[A-Za-z0-9._#-]{0,190}[A-Za-z0-9])?";
    private static final Pattern BRACKET =
            Pattern.compile(
                    "\\[(verify|verifies|test|tests|impl|implements?|related|depends)\\s+("
                            + ITEM
                            + "(?:\\s*,\\s*"
                            + ITEM
                            + ")*)(?:[+@][0-9a-f]+)?\\]");
    private static final Pattern FAST_TRACE =
            Pattern.compile("\\[\\s*(\\w+)(?:~[\\w.-]*~\\d+)?\\s*->\\s*\\w+~(" + ITEM + ")~\\d+");
    private static final Pattern RELATION = Pattern.compile("@relation\\(([^)]*)\\)");
    private static final Pattern QUOTATION =
            Pattern.compile("^\\s*//=\\s*(\\S+)#(" + ITEM + ")\\s*$");
    private static final Pattern VERIFICATION_CASES =
            Pattern.compile("@SVCs?\\(\\s*((?:[\"']" + ITEM + "[\"'](?:\\s*,\\s*)?)+)\\)");
    private static final Pattern REQUIREMENTS =
            Pattern.compile("@Requirements?\\(\\s*((?:[\"']" + ITEM + "[\"'](?:\\s*,\\s*)?)+)\\)");
    private static final Pattern WORD = Pattern.compile(ITEM);

    private TracingMarks() {}

    /// What a mark says about the code it stands at.
    enum Role {
        TEST,
        IMPLEMENTATION
    }

    /// The marks of a line that say this role.
    static List<Mention> in(String line, Role role, MentionReader.Spans spans) {
        var found = new ArrayList<Mention>();
        if (line.indexOf('[') >= 0) {
            brackets(line, role, spans, found);
        }
        if (line.indexOf('@') >= 0) {
            annotations(line, role, spans, found);
        }
        Matcher quotation = QUOTATION.matcher(line);
        if (quotation.find()) {
            add(
                    specOf(quotation.group(1)) + "#" + quotation.group(2),
                    quotation.start(1),
                    spans,
                    found);
        }
        return found;
    }

    private static void brackets(
            String line, Role role, MentionReader.Spans spans, List<Mention> found) {
        Matcher bracket = BRACKET.matcher(line);
        while (bracket.find()) {
            boolean isTest =
                    bracket.group(1).startsWith("verif") || bracket.group(1).startsWith("test");
            boolean isImplementation = bracket.group(1).startsWith("impl");
            if (role == Role.TEST ? isTest : isImplementation) {
                items(bracket.group(2), bracket.start(2), spans, found);
            }
        }
        Matcher trace = FAST_TRACE.matcher(line);
        while (trace.find()) {
            boolean isImplementation = trace.group(1).equals("impl");
            boolean isTest = trace.group(1).endsWith("test");
            if (role == Role.TEST ? isTest : isImplementation) {
                add(trace.group(2), trace.start(2), spans, found);
            }
        }
    }

    private static void annotations(
            String line, Role role, MentionReader.Spans spans, List<Mention> found) {
        Matcher relation = RELATION.matcher(line);
        while (relation.find()) {
            for (String argument : relation.group(1).split(",")) {
                if (argument.indexOf('=') < 0) {
                    items(argument, relation.start(1), spans, found);
                }
            }
        }
        Matcher cases = (role == Role.TEST ? VERIFICATION_CASES : REQUIREMENTS).matcher(line);
        while (cases.find()) {
            items(cases.group(1), cases.start(1), spans, found);
        }
    }

    private static void items(
            String list, int offset, MentionReader.Spans spans, List<Mention> found) {
        Matcher item = WORD.matcher(list);
        while (item.find()) {
            add(item.group(), offset + item.start(), spans, found);
        }
    }

    private static void add(
            String item, int offset, MentionReader.Spans spans, List<Mention> found) {
        Optional<CriterionRef> named =
                item.indexOf('#') < 0 ? Optional.empty() : CriterionRef.parse(item);
        if (named.isPresent()) {
            found.add(new Mention.Named(named.get(), spans.at(offset)));
        } else if (item.indexOf('#') < 0) {
            found.add(new Mention.Bare(item, spans.at(offset)));
        }
    }

    /// `.kiro/specs/cart.md` and `.kiro/specs/cart/requirements.md` are the spec `cart`.
    private static String specOf(String path) {
        String[] names = path.split("/");
        String last = names[names.length - 1].replaceFirst("\\.md$", "");
        boolean isPart =
                last.equals("requirements") || last.equals("design") || last.equals("bugfix");
        return isPart && names.length > 1 ? names[names.length - 2] : last;
    }
}
