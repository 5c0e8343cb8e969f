package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.finding.Severity;
import kiro.steering.rule.Origin;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Compilation.Compiled;
import kiro.steering.sentence.Compilation.Guidance;
import kiro.steering.sentence.Sentence.Surroundings;
import kiro.steering.sentence.Sentence.Title;

/// Makes rules of sentences that have a fixed form. All words of a sentence must be understood, and all that stands around
/// it: a rule is never stricter than the sentence that it comes from.
final class SentenceCompiler {
    private static final int MOST_TOKENS = 80;
    private static final Pattern LIMITS_BEFORE =
            Pattern.compile(
                    "(?i)^(?:only|it is|they are|this)\\b|\\b(?:except|exceptions?|exempt(?:ed)?|unless|however|but"
                            + "|allowed|fine|okay|acceptable|may|can be|does not apply|do not apply)\\b");
    private static final Set<String> WEAK = Set.of("should", "avoid", "ought");

    private final SteeringSource source;
    private final Lexicon lexicon = Lexicon.builtIn();
    private final FormBook book = FormBook.builtIn();

    SentenceCompiler(SteeringSource source) {
        this.source = source;
    }

    Compilation compile(Sentence sentence) {
        if (Tokens.of(sentence.text()).size() > MOST_TOKENS) {
            return new Guidance("it is too long for a rule");
        }
        if (!source.isToldAlways()) {
            return new Guidance("its file is told only when somebody chooses it");
        }
        String text = sentence.text();
        boolean isLimited = false;
        for (String follower : sentence.around().followers()) {
            if (LIMITS_BEFORE.matcher(follower).find()) {
                text = text.replaceAll("[.!]$", "") + ", " + follower;
                isLimited = true;
            }
        }
        Compilation compilation = within(sentence, text);
        return isLimited && compilation instanceof Guidance
                ? new Guidance("what stands behind it may limit it")
                : compilation;
    }

    private Compilation within(Sentence sentence, String text) {
        List<Token> tokens = Tokens.of(text);
        List<String> texts = contexts(sentence.around());
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            contexts.add(Context.of(texts.get(i), isTitle(sentence.around(), i), lexicon, tokens));
        }
        if (isOnlyNarrower(contexts) && alone(sentence, text, contexts) instanceof Compiled own) {
            return own;
        }
        if (!contexts.isEmpty()) {
            Compilation joined = joined(sentence, text, texts.getLast(), contexts);
            if (joined instanceof Compiled) {
                return joined;
            }
        }
        boolean isBan =
                tokens.stream().anyMatch(token -> token.key().matches("never|no|not|avoid"));
        for (int i = 0; i < contexts.size(); i++) {
            boolean isClear =
                    switch (contexts.get(i)) {
                        case Context.Neutral neutral -> true;
                        case Context.Limit limit -> true;
                        case Context.Ban ban -> isBan;
                        case Context.Unknown unknown -> false;
                    };
            if (!isClear && alone(sentence, text, List.of()) instanceof Compiled) {
                return new Guidance(
                        "'%s' above it may limit it".formatted(texts.get(i).replaceAll(":$", "")));
            }
            if (!isClear) {
                return notCompiled(tokens);
            }
        }
        return alone(sentence, text, contexts);
    }

    /// Whether what stands right above names a language or files, so that a whole sentence below it is limited to them.
    private static boolean isOnlyNarrower(List<Context> contexts) {
        return !contexts.isEmpty()
                && contexts.getLast() instanceof Context.Limit limit
                && limit.place().part().isEmpty()
                && contexts.stream()
                        .allMatch(each ->
                                each instanceof Context.Neutral || each instanceof Context.Limit);
    }

    private static List<String> contexts(Surroundings around) {
        var texts = new ArrayList<String>();
        around.headings().stream().map(Title::text).forEach(texts::add);
        texts.addAll(around.leads());
        return texts;
    }

    private static boolean isTitle(Surroundings around, int index) {
        return index < around.headings().size() && around.headings().get(index).level() == 1;
    }

    /// What stands right above may be the first half of the sentence: "Controllers:", "Never use:".
    private Compilation joined(
            Sentence sentence, String text, String above, List<Context> contexts) {
        if (contexts.getLast() instanceof Context.Neutral) {
            return new Guidance("");
        }
        List<Context> others = contexts.subList(0, contexts.size() - 1);
        boolean areClear =
                others.stream()
                        .allMatch(context ->
                                context instanceof Context.Neutral
                                        || context instanceof Context.Limit);
        if (!areClear) {
            return new Guidance("");
        }
        String head = above.replaceAll("[:.]$", "");
        List<String> attempts =
                contexts.getLast() instanceof Context.Ban
                        ? List.of("Never " + text, "No " + text, "Never use " + text)
                        : List.of(head + " " + text);
        return attempts.stream()
                .map(attempt -> alone(sentence, attempt, others))
                .filter(Compiled.class::isInstance)
                .findFirst()
                .orElse(new Guidance(""));
    }

    private Compilation alone(Sentence sentence, String text, List<Context> contexts) {
        List<Token> tokens = Tokens.of(text);
        var matcher = new Matcher(tokens, new Slots(lexicon, tokens, text));
        var places = new ArrayList<Meaning.Place>();
        for (Context context : contexts) {
            if (context instanceof Context.Limit limit) {
                places.add(limit.place());
            }
        }
        var assembly =
                new RuleAssembly(
                        source, lexicon, new Origin(source.file(), sentence.span(), text), places);
        Severity severity =
                tokens.stream().anyMatch(token -> WEAK.contains(token.key()))
                        ? Severity.WARNING
                        : Severity.ERROR;
        Set<List<SteeringRule>> meanings = new LinkedHashSet<>();
        Set<String> words = tokens.stream().map(Token::key).collect(Collectors.toSet());
        for (Reading reading : matcher.readings(book.sentence(words))) {
            List<SteeringRule> rules = assembly.rules(reading, severity);
            if (!rules.isEmpty()) {
                meanings.add(rules);
            }
        }
        return switch (meanings.size()) {
            case 0 -> notCompiled(tokens);
            case 1 -> new Compiled(meanings.iterator().next());
            default -> new Guidance("it can be read in more than one way");
        };
    }

    private Guidance notCompiled(List<Token> tokens) {
        Optional<String> choice =
                tokens.stream()
                        .filter(token -> token.kind() == Token.Kind.WORD)
                        .map(Token::key)
                        .filter(key -> lexicon.has("word-of-choice", key))
                        .findFirst();
        Optional<String> condition =
                tokens.stream()
                        .filter(token -> token.kind() == Token.Kind.WORD)
                        .map(Token::key)
                        .filter(key ->
                                Set.of("if", "when", "unless", "except", "until", "while", "where")
                                        .contains(key))
                        .findFirst();
        return choice.map(word -> new Guidance("'%s' leaves a choice".formatted(word)))
                .or(() ->
                        condition.map(word ->
                                new Guidance(
                                        "what stands behind '%s' cannot be checked"
                                                .formatted(word))))
                .orElse(new Guidance("it has no form that is understood"));
    }
}
