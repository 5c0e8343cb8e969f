package kiro.action;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says how what a compiler complains of is mended, where that leaves no choice.
final class Remedies {
    private static final Pattern MEANT = Pattern.compile("Did you mean '(?<name>[\\w$]+)'\\?");
    private static final Pattern UNUSED =
            Pattern.compile(
                    "'(?<name>[\\w$]+)' is (?:declared but its value is never read|defined but never used)\\.?");
    private static final Pattern NO_NAME =
            Pattern.compile("Cannot find name '(?<name>[\\w$]+)'\\.");
    private static final Pattern NO_SYMBOL =
            Pattern.compile("cannot find symbol.*?: (?:class|variable) (?<name>[A-Z]\\w*)");
    private static final Pattern EXPECTED = Pattern.compile("'(?<mark>[;)\\]}])' expected\\.?");
    private static final Pattern GO_UNUSED =
            Pattern.compile("\"(?<name>[^\"]+)\" imported and not used");
    private static final Pattern GO_UNDEFINED = Pattern.compile("undefined: (?<name>\\w+)");

    private final ImportFinder imports;

    Remedies(ImportFinder imports) {
        this.imports = imports;
    }

    /// @param said what it does, for people
    record Remedy(String said, List<TextEdit> edits) {
        Remedy {
            edits = List.copyOf(edits);
        }
    }

    /// @param text of the file
    Optional<Remedy> of(Problem problem, String text) {
        if (!problem.remedy().isEmpty()) {
            return Optional.of(
                    new Remedy("what " + problem.tool() + " proposes", problem.remedy()));
        }
        return missing(problem, text)
                .or(() -> meant(problem, text))
                .or(() -> expected(problem, text))
                .or(() -> unused(problem, text));
    }

    private Optional<Remedy> missing(Problem problem, String text) {
        return name(NO_SYMBOL, problem)
                .or(() -> name(NO_NAME, problem))
                .or(() -> name(GO_UNDEFINED, problem))
                .flatMap(name ->
                        imports.importing(problem.file(), text, name)
                                .map(edit -> new Remedy("import " + name, List.of(edit))));
    }

    private static Optional<Remedy> meant(Problem problem, String text) {
        int at = TextEdit.offset(text, problem.line(), problem.column());
        Matcher word = Pattern.compile("[\\w$]+").matcher(text);
        return name(MEANT, problem)
                .filter(_ -> word.find(at) && word.start() == at)
                .map(name ->
                        new Remedy("write " + name, List.of(new TextEdit(at, word.end(), name))));
    }

    /// Javac points behind what came before, or at its last character; TypeScript at what comes next.
    private static Optional<Remedy> expected(Problem problem, String text) {
        Matcher mark = EXPECTED.matcher(problem.message());
        if (!mark.find() || !mark.group("mark").equals(";")) {
            return Optional.empty();
        }
        int at = TextEdit.offset(text, problem.line(), problem.column());
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        boolean isOnLast =
                at < text.length()
                        && !Character.isWhitespace(text.charAt(at))
                        && !problem.tool().equals("tsc");
        int behind = isOnLast ? at + 1 : at;
        return Optional.of(new Remedy("add ;", List.of(new TextEdit(behind, behind, ";"))));
    }

    /// An import whose name nothing reads is taken out; of a variable nobody knows what else its value does.
    private static Optional<Remedy> unused(Problem problem, String text) {
        int start = TextEdit.offset(text, problem.line(), 1);
        int end = Math.min(text.length(), TextEdit.offset(text, problem.line() + 1, 1));
        String line = text.substring(start, end);
        Optional<String> ofGo = name(GO_UNUSED, problem);
        if (ofGo.isPresent()) {
            return Optional.of(
                    new Remedy("take the import out", List.of(new TextEdit(start, end, ""))));
        }
        Optional<String> name = name(UNUSED, problem);
        if (name.isEmpty() || !line.startsWith("import ")) {
            return Optional.empty();
        }
        String quoted = Pattern.quote(name.get());
        boolean isAlone =
                line.matches(
                        "(?s)import (?:type )?(?:\\{\\s*"
                                + quoted
                                + "\\s*,?\\s*\\}|"
                                + quoted
                                + "|\\* as "
                                + quoted
                                + ") from .*");
        if (isAlone) {
            return Optional.of(
                    new Remedy("take the import out", List.of(new TextEdit(start, end, ""))));
        }
        Matcher within =
                Pattern.compile("\\b" + quoted + "\\s*,\\s*|,\\s*" + quoted + "(?=\\s*\\})")
                        .matcher(line);
        return within.find()
                ? Optional.of(
                        new Remedy(
                                "import " + name.get() + " no longer",
                                List.of(
                                        new TextEdit(
                                                start + within.start(), start + within.end(), ""))))
                : Optional.empty();
    }

    private static Optional<String> name(Pattern form, Problem problem) {
        Matcher said = form.matcher(problem.message());
        return said.find() ? Optional.of(said.group("name")) : Optional.empty();
    }
}
