package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.steering.rule.Subject;
import kiro.steering.rule.Subject.Use;
import kiro.steering.rule.SyntaxForm;
import kiro.steering.rule.TextPattern;

/// Reads what code can use: a name in code, or a phrase that the lexicon has.
final class SubjectSlot {
    /// Stands for `var` until it is known which language is meant.
    static final Subject VAR = new Subject.Form(SyntaxForm.VAR_DECLARATION);

    private static final Set<Use> ALL_USES = Set.of(Use.values());
    private static final Set<String> ARTICLES = Set.of("the", "any", "a", "an", "raw", "plain");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::)[A-Za-z_$][\\w$]*)*(?:\\.\\*|::\\*)?!?");
    private static final Pattern PACKAGE =
            Pattern.compile("@[\\w.-]+/[\\w.-]+|node:\\w+|[a-z]\\w*(?:-\\w+)+|[a-z]+\\.[a-z]+/.+");
    private static final Pattern NEW = Pattern.compile("new ([A-Za-z_$][\\w$.]*)\\((\\.{3}|…)?\\)");

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final String sentence;

    SubjectSlot(Lexicon lexicon, List<Token> tokens, String sentence) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.sentence = sentence;
    }

    /// What one does not do, such as ``return `null` ``.
    List<Slots.Filled> acts(int at) {
        return of("act", at);
    }

    /// What a phrase below a head stands for.
    List<Slots.Filled> of(String head, int at) {
        return lexicon.at(head, tokens, at).stream()
                .limit(1)
                .map(found ->
                        new Slots.Filled(
                                found.end(), new Meaning.Subjects(subjects(found.value()))))
                .toList();
    }

    /// One subject, or several that one phrase stands for.
    Optional<Slots.Item<List<Subject>>> item(int from) {
        int at = from;
        Optional<Lexicon.Found> phrase = phrase(at);
        if (phrase.isEmpty()
                && at + 1 < tokens.size()
                && tokens.get(at).kind() == Token.Kind.WORD
                && ARTICLES.contains(tokens.get(at).key())) {
            at++;
            phrase = phrase(at);
        }
        if (phrase.isPresent()) {
            return Optional.of(
                    new Slots.Item<>(phrase.get().end(), subjects(phrase.get().value())));
        }
        int place = at;
        return phraseInCode(at)
                .or(() -> library(place))
                .or(() -> argument(place))
                .or(() -> place < tokens.size() ? literal(place) : Optional.empty());
    }

    /// A library by the name that people call it.
    Optional<Slots.Item<List<Subject>>> library(int at) {
        return lexicon.at("library", tokens, at).stream()
                .findFirst()
                .map(found -> new Slots.Item<>(found.end(), subjects(found.value())));
    }

    /// An argument of Python with its name, such as `verify=False`, in any call, or in one that is named before it.
    Optional<Slots.Item<List<Subject>>> argument(int at) {
        boolean isOfCall =
                at + 2 < tokens.size()
                        && tokens.get(at).kind() == Token.Kind.CODE
                        && tokens.get(at).key().matches("[\\w.]+(?:\\(\\))?")
                        && tokens.get(at + 1).isWord("with");
        int named = isOfCall ? at + 2 : at;
        if (named >= tokens.size()
                || tokens.get(named).kind() != Token.Kind.CODE
                || !tokens.get(named).key().matches("[a-z_]+=[\\w.]+")) {
            return Optional.empty();
        }
        String call = isOfCall ? tokens.get(at).key().replaceAll("\\(\\)$", "") : "$F";
        String callee = call.contains(".") ? call : "$F";
        return Optional.of(
                new Slots.Item<>(
                        named + 1,
                        List.of(
                                new Subject.Shape(
                                        "%s($$$, %s, $$$)"
                                                .formatted(callee, tokens.get(named).key()),
                                        List.of(Grammar.PYTHON)))));
    }

    private Optional<Slots.Item<List<Subject>>> literal(int place) {
        return literal(tokens.get(place)).map(subject -> withSuffix(place + 1, subject));
    }

    /// Words that somebody has put between backticks for emphasis.
    private Optional<Slots.Item<List<Subject>>> phraseInCode(int at) {
        if (at >= tokens.size() || !tokens.get(at).isLiteral()) {
            return Optional.empty();
        }
        List<Token> inside = Tokens.of(tokens.get(at).key());
        return inside.size() < 2
                ? Optional.empty()
                : lexicon.at("subject", inside, 0).stream()
                        .filter(found -> found.end() == inside.size())
                        .findFirst()
                        .map(found -> new Slots.Item<>(at + 1, subjects(found.value())));
    }

    private Optional<Lexicon.Found> phrase(int at) {
        return lexicon.at("subject", tokens, at).stream().findFirst();
    }

    private Optional<Subject> literal(Token token) {
        if (token.kind() == Token.Kind.CODE) {
            return ofCode(token.key());
        }
        if (token.kind() != Token.Kind.WORD) {
            return Optional.empty();
        }
        String raw = sentence.substring(token.start(), token.end());
        return raw.matches("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)+")
                ? ofCode(raw)
                : Optional.empty();
    }

    private Optional<Subject> ofCode(String code) {
        if (code.matches("@[A-Z]\\w*(?:\\(\\))?")) {
            return Optional.of(new Subject.Annotation(code.substring(1).replaceAll("\\(\\)$", "")));
        }
        if (code.matches("#\\[\\w+\\]")) {
            return Optional.of(new Subject.Annotation(code.substring(2, code.length() - 1)));
        }
        var made = NEW.matcher(code);
        if (made.matches()) {
            String arguments = made.group(2) == null ? "" : "$$$";
            return Optional.of(
                    new Subject.Shape("new %s(%s)".formatted(made.group(1), arguments), List.of()));
        }
        boolean isCall = code.endsWith("()") || code.endsWith("(...)") || code.endsWith("(…)");
        String name = isCall ? code.substring(0, code.lastIndexOf('(')) : code;
        if (name.startsWith(".") && NAME.matcher(name.substring(1)).matches()) {
            return Optional.of(new Subject.Name(name, isCall ? Set.of(Use.CALL) : ALL_USES));
        }
        if (NAME.matcher(name).matches() && isName(name)) {
            return Optional.of(
                    isCall ? new Subject.Name(name, Set.of(Use.CALL)) : Subject.Name.of(name));
        }
        return PACKAGE.matcher(name).matches() && !isCall && isOfCode(name)
                ? Optional.of(Subject.Name.of(name))
                : Optional.empty();
    }

    /// A word of a language, a file or a command of the shell is no name that code uses.
    private boolean isName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
        boolean isFile = name.indexOf('.') > 0 && lexicon.has("extension", last);
        return name.length() > 1
                && !isFile
                && !lexicon.has("keyword", name)
                && !lexicon.has("command", name)
                && isOfCode(name);
    }

    /// A bare small word may be the name of a branch, a host or a style of names as well. It is one that code uses where it
    /// is known for that, or where the sentence speaks of calls, imports or the like.
    private boolean isOfCode(String name) {
        boolean isStyle = !lexicon.at("style", Tokens.of("`" + name + "`"), 0).isEmpty();
        boolean isBare = name.matches("[a-z]+(?:-[a-z]+)*");
        return !isStyle
                && (!isBare
                        || lexicon.has("known-name", name)
                        || tokens.stream()
                                .anyMatch(token -> lexicon.has("word-of-code", token.key())));
    }

    private Slots.Item<List<Subject>> withSuffix(int at, Subject subject) {
        Optional<Lexicon.Found> suffix = lexicon.at("suffix", tokens, at).stream().findFirst();
        if (suffix.isEmpty()) {
            return new Slots.Item<>(at, List.of(subject));
        }
        Subject meant =
                switch (subject) {
                    case Subject.Name name when suffix.get().value().equals("CALL") ->
                            new Subject.Name(name.text(), Set.of(Use.CALL));
                    case Subject.Name name when suffix.get().value().equals("IMPORT") ->
                            new Subject.Name(name.text(), Set.of(Use.IMPORT));
                    case Subject.Name name
                            when suffix.get().value().matches("annotation|decorator") ->
                            new Subject.Annotation(name.text());
                    default -> subject;
                };
        return new Slots.Item<>(suffix.get().end(), List.of(meant));
    }

    private static List<Subject> subjects(String values) {
        var subjects = new ArrayList<Subject>();
        for (String value : values.split(" \\+ ")) {
            subjects.add(subject(value));
        }
        return subjects;
    }

    private static Subject subject(String value) {
        String[] words = value.split(" ", 2);
        return switch (words[0]) {
            case "form" -> new Subject.Form(SyntaxForm.valueOf(words[1]));
            case "comment" -> new Subject.Comment(TextPattern.exact(words[1]));
            case "literal" ->
                    words[1].startsWith("words ")
                            ? new Subject.Literal(TextPattern.words(words[1].substring(6)))
                            : words[1].startsWith("regex ")
                                    ? new Subject.Literal(TextPattern.regex(words[1].substring(6)))
                                    : new Subject.Literal(TextPattern.exact(words[1].substring(6)));
            case "annotation" -> new Subject.Annotation(words[1]);
            case "shape" -> shape(words[1]);
            case "var" -> VAR;
            case "name" ->
                    words[1].endsWith(" call")
                            ? new Subject.Name(
                                    words[1].substring(0, words[1].length() - 5), Set.of(Use.CALL))
                            : Subject.Name.of(words[1]);
            default -> throw new IllegalStateException("no kind of subject: " + value);
        };
    }

    private static Subject shape(String value) {
        String[] parts = value.split(": ", 2);
        List<Grammar> languages =
                switch (parts[0]) {
                    case "typescript" -> List.of(Grammar.TYPESCRIPT, Grammar.TSX);
                    case "tsx" -> List.of(Grammar.TSX);
                    case "java" -> List.of(Grammar.JAVA);
                    default -> List.of();
                };
        return new Subject.Shape(parts[1], languages);
    }
}
