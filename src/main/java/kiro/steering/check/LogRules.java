package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Finds values that must not be logged in what is given to logs.
final class LogRules {
    private static final Pattern LOGGER =
            Pattern.compile(
                    "(?i)(?:.*\\.)?_?(?:log|logger|logging|slog|logrus|zap|sugar|winston|pino|bunyan|console|tracing|syslog)(?:\\(\\))?"
                            + "(?:\\.\\w+\\(.*\\))*[.:]{1,2}(?:trace|debug|info|notice|warn|warning|error|fatal|critical|panic|exception|log|print|println|printf|debugf|infof|warnf|errorf|fatalf|tracef|infow|errorw|with|withfield|withfields|adddata|addkeyvalue|atinfo|atdebug)!?");
    private static final Pattern PRINTER =
            Pattern.compile(
                    "System\\.(?:out|err)\\.print\\w*|print|fmt\\.(?:Print\\w*|Fprint\\w*)|e?println!|e?print!|dbg!|(?:log|tracing)::\\w+!|(?:trace|debug|info|warn|error)!|log\\.(?:Print|Fatal|Panic)\\w*");
    private static final Set<String> NAMES =
            Set.of(
                    "identifier",
                    "property_identifier",
                    "shorthand_property_identifier",
                    "field_identifier");
    private static final Set<String> HARMLESS =
            Set.of(
                    "length",
                    "size",
                    "isempty",
                    "present",
                    "count",
                    "hash",
                    "masked",
                    "redacted",
                    "policy",
                    "reset",
                    "changed",
                    "strength",
                    "expired",
                    "expiry",
                    "id",
                    "valid",
                    "len",
                    "type",
                    "name");
    private static final Pattern MASKING =
            Pattern.compile(
                    "(?i)(?:.*[._:])?(?:mask|redact|hash|sanitize|obfuscate|hide|len|size)\\w*");

    private final List<String> fields;
    private final List<Found> found = new ArrayList<>();

    private LogRules(List<String> fields) {
        this.fields = fields.stream().map(LogRules::plain).toList();
    }

    static List<Found> in(SourceFile source, List<String> fields) {
        var rules = new LogRules(fields);
        for (Call call : source.calls()) {
            String callee = call.callee();
            if (callee.length() < 400
                    && (LOGGER.matcher(callee).matches() || PRINTER.matcher(callee).matches())) {
                rules.check(call);
            }
        }
        return rules.found;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void check(Call call) {
        List<SyntaxNode> given =
                call.arguments().isEmpty() ? call.node().all("token_tree") : call.arguments();
        for (SyntaxNode argument : given) {
            List<SyntaxNode> names = new ArrayList<>(argument.below(NAMES));
            if (argument.isAny(NAMES)) {
                names.add(argument);
            }
            for (SyntaxNode name : names) {
                if (isForbidden(name, argument)) {
                    found.add(
                            new Found(
                                    name,
                                    "%s comes into a log".formatted(name.text()),
                                    "leave it out, or mask it"));
                    return;
                }
            }
            if (hasInline(argument)) {
                return;
            }
        }
    }

    /// `{password}` within the text of a macro.
    private boolean hasInline(SyntaxNode argument) {
        for (SyntaxNode text : argument.below(Set.of("string_literal"))) {
            for (String field : fields) {
                boolean isIn =
                        plain(text.text().replaceAll("[^{}\\w]|\\{\\}", " ")).contains(field);
                if (isIn
                        && text.text().matches("(?is).*\\{" + "\\w*" + "(?::[^}]*)?\\}.*")
                        && hasHole(text.text(), field)) {
                    found.add(
                            new Found(
                                    text, field + " comes into a log", "leave it out, or mask it"));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasHole(String text, String field) {
        var hole = Pattern.compile("\\{(\\w+)(?::[^}]*)?\\}").matcher(text);
        while (hole.find()) {
            if (plain(hole.group(1)).equals(field)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForbidden(SyntaxNode name, SyntaxNode argument) {
        String own = plain(name.text());
        boolean isNamed = fields.stream().anyMatch(field -> isField(own, field));
        if (!isNamed) {
            return false;
        }
        SyntaxNode at = name;
        while (!at.equals(argument) && at.parent().isPresent()) {
            SyntaxNode above = at.parent().get();
            boolean isMasked =
                    (above.kind().startsWith("call") || above.is("method_invocation"))
                            && MASKING.matcher(called(above)).matches();
            boolean isHarmlessMember =
                    (above.is("member_expression")
                                    || above.is("attribute")
                                    || above.is("field_access")
                                    || above.is("selector_expression"))
                            && above.named().getFirst().contains(name)
                            && HARMLESS.contains(plain(above.named().getLast().text()));
            boolean isKeyOfMasked =
                    above.is("pair") && at.field().equals("key") && isLiteral(above);
            if (isMasked || isHarmlessMember || isKeyOfMasked) {
                return false;
            }
            at = above;
        }
        return true;
    }

    private static boolean isLiteral(SyntaxNode pair) {
        return pair.child("value").flatMap(SourceFile::literal).isPresent();
    }

    private static String called(SyntaxNode call) {
        return call.child("function")
                .or(() -> call.child("name"))
                .map(SyntaxNode::flatText)
                .orElse("");
    }

    /// The name itself, or one that ends with it, as `userPassword` and `getPassword` do.
    private static boolean isField(String name, String field) {
        return name.equals(field)
                || name.equals(field + "s")
                || (field.length() > 2
                        && name.endsWith(field)
                        && !name.startsWith("is")
                        && !name.startsWith("has")
                        && !name.startsWith("no"));
    }
}
