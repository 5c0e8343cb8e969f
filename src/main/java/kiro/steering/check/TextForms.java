package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;
import kiro.steering.rule.SyntaxForm;

/// Forms that are found by what texts and comments say.
final class TextForms {
    /// In small letters the words are those of prose as well.
    private static final Pattern SQL =
            Pattern.compile(
                    "(?s)\\s*(?:(?:SELECT\\s.{1,400}?\\sFROM|INSERT\\s+INTO|UPDATE\\s+\\S{1,100}\\s+SET|DELETE\\s+FROM)\\b.*"
                            + "|(?:select\\s.{1,400}?\\sfrom|update\\s+\\S{1,100}\\s+set|delete\\s+from)\\b.*\\swhere\\s.*|insert\\s+into\\s.*values.*)");

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?i).*(?:password|passwd|pwd|secret|token|api_?key|access_?key|private_?key)$");
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|sk_live_[A-Za-z0-9]{16,}|xox[abpr]-[A-Za-z0-9-]{10,}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?i).*(?:example|changeme|change-me|your|placeholder|dummy|xxx|\\$\\{|<|\\{\\{|process\\.env|test).*|.{0,5}|[a-z]+(?:[ _.-][a-z]+)*");
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:.*[;{}]|(?:if|for|while|return|def|import|from|var|let|const|func|fn)\\b.*[(:;=].*|[\\w.]+\\(.*\\);?|[\\w.]+ = .+)");
    private static final Set<String> HOLES = Set.of("template_substitution", "interpolation");

    private final SourceFile source;
    private final List<Found> found = new ArrayList<>();

    private TextForms(SourceFile source) {
        this.source = source;
    }

    static List<Found> in(SourceFile source, SyntaxForm form) {
        var forms = new TextForms(source);
        switch (form) {
            case COMMENTED_CODE -> forms.commentedCode();
            case CONCATENATED_SQL -> forms.joinedSql();
            case HARD_CODED_SECRET -> forms.secrets();
            default -> {}
        }
        return forms.found;
    }

    private void commentedCode() {
        for (SyntaxNode comment : source.comments()) {
            String text = comment.text();
            if (text.startsWith("/**") || text.startsWith("///") || text.startsWith("//!")) {
                continue;
            }
            String inner = text.replaceAll("^(?://+|#+|/\\*+)|\\*+/$", "").strip();
            boolean isCode =
                    inner.lines()
                            .map(line -> line.replaceFirst("^\\s*\\*?\\s*", "").strip())
                            .anyMatch(TextForms::isCode);
            if (isCode) {
                found.add(new Found(comment, "code that is commented out", "delete it"));
            }
        }
    }

    private static boolean isCode(String line) {
        boolean isProse = line.endsWith(".") || line.contains("http") || line.startsWith("@");
        boolean isMark =
                line.matches(
                        "(?:eslint|noqa|type:|pylint|ts-|prettier|nolint|go:|region|TODO|FIXME).*");
        return !line.isEmpty()
                && line.length() < 400
                && !isProse
                && !isMark
                && CODE.matcher(line).matches()
                && !line.matches("[A-Za-z]+(?: [a-z,']+){3,}.*");
    }

    private void joinedSql() {
        for (SyntaxNode text : source.strings()) {
            String start = text.text().replaceFirst("^[a-zA-Z]*[\"'`]+", "");
            if (!SQL.matcher(start).matches()) {
                continue;
            }
            boolean hasHole = !text.below(HOLES).isEmpty();
            if (hasHole || isJoined(text) || isFormatted(text)) {
                found.add(
                        new Found(
                                text,
                                "SQL put together of pieces",
                                "pass the values as parameters"));
            }
        }
    }

    private static boolean isJoined(SyntaxNode text) {
        return text.parent()
                .filter(above ->
                        (above.is("binary_expression") || above.is("binary_operator"))
                                && (above.first("+").isPresent() || above.first("%").isPresent())
                                && !isAllLiteral(above))
                .isPresent();
    }

    private static boolean isAllLiteral(SyntaxNode sum) {
        return sum.named().stream()
                .allMatch(each ->
                        SourceFile.literal(each).isPresent()
                                || (each.kind().startsWith("binary_") && isAllLiteral(each)));
    }

    private static boolean isFormatted(SyntaxNode text) {
        Optional<SyntaxNode> above = text.parent();
        boolean isObject =
                above.filter(each ->
                                (each.is("attribute") || each.is("method_invocation"))
                                        && each.flatText()
                                                .matches("(?s).*\\.(?:format|formatted)\\b.*"))
                        .isPresent();
        boolean isArgument =
                above.flatMap(SyntaxNode::parent)
                        .filter(call ->
                                call.flatText()
                                        .matches(
                                                "(?s)(?:String\\.format|fmt\\.Sprintf|util\\.format)\\(.*"))
                        .isPresent();
        boolean isMacro =
                above.flatMap(SyntaxNode::parent)
                                .filter(call -> call.is("macro_invocation"))
                                .isPresent()
                        || above.filter(each -> each.is("token_tree"))
                                .flatMap(SyntaxNode::parent)
                                .filter(call -> call.flatText().startsWith("format!"))
                                .isPresent();
        return isObject || isArgument || (isMacro && text.text().contains("{"));
    }

    private void secrets() {
        for (SyntaxNode text : source.strings()) {
            String value = SourceFile.literal(text).orElse("");
            boolean isKnown = SECRET.matcher(value).find();
            boolean isNamed =
                    name(text).filter(name -> SECRET_NAME.matcher(name).matches()).isPresent()
                            && value.length() >= 6
                            && value.length() < 300
                            && !PLACEHOLDER.matcher(value).matches();
            if (isKnown || isNamed) {
                found.add(
                        new Found(
                                text,
                                "a secret is written in the source",
                                "read it from the environment or a store of secrets"));
            }
        }
    }

    /// What the text is given to.
    private static Optional<String> name(SyntaxNode text) {
        Optional<SyntaxNode> above = text.parent();
        while (above.filter(each -> each.is("expression_list")).isPresent()) {
            above = above.get().parent();
        }
        return above.flatMap(each ->
                        each.child("name")
                                .or(() -> each.child("left"))
                                .or(() -> each.child("key"))
                                .or(() -> each.child("pattern")))
                .filter(name -> !name.contains(text))
                .map(SyntaxNode::text)
                .map(name -> name.replaceAll("[\"']", ""));
    }
}
