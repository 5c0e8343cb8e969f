package kiro.spec.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.Modal;
import kiro.spec.sentence.RememberedWords;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;

/// The rules about the words of a spec as a whole: one word for one thing, and each explained.
final class TermRules {
    private static final Set<String> GENERIC =
            Set.of(
                    "the system",
                    "system",
                    "the application",
                    "the app",
                    "the software",
                    "the platform");
    private static final Set<String> SHOUTED =
            Set.of(
                    "WHEN", "WHILE", "WHERE", "IF", "THEN", "THE", "AND", "OR", "NOT", "SHALL",
                    "MUST", "SHOULD", "MAY", "WILL", "CAN", "GIVEN", "FOR", "EACH", "ALL", "ANY",
                    "BE", "NO", "NONE", "IS", "IN", "TO", "OF", "ON", "BY", "WITH", "AN", "UNLESS",
                    "UNTIL", "AFTER", "BEFORE", "ONLY", "EVERY", "SYSTEM");

    /// With marks of emphasis around it.
    private static final int LONGEST_GENERIC = 30;

    private static final int MOST_ACRONYMS = 100;
    private static final Set<String> KNOWN = known();
    private static final RememberedWords<Boolean> IS_ACRONYM =
            new RememberedWords<>(TermRules::isAcronym);

    private final Checked checked;

    TermRules(Checked checked) {
        this.checked = checked;
    }

    void check() {
        genericSystem();
        mixedModals();
        acronyms();
        if (!checked.glossary().isEmpty()) {
            checked.criteria().forEach(this::drift);
        }
    }

    private void genericSystem() {
        var generic = new ArrayList<Statement>();
        for (Statement criterion : checked.criteria()) {
            if (hasGenericSystem(criterion)) {
                generic.add(criterion);
            }
        }
        if (generic.isEmpty() || checked.glossary().defines("system")) {
            return;
        }
        Statement first = generic.getFirst();
        var ears = (Sentence.Ears) first.sentence();
        ears.system()
                .ifPresent(system ->
                        checked.report(
                                Rule.GENERIC_SYSTEM,
                                first,
                                system,
                                "'%s' names no part of the software, in %d of %d criteria"
                                        .formatted(
                                                system.text(),
                                                generic.size(),
                                                checked.criteria().size()),
                                "name the part that responds, or define the word in a section 'Glossary'"));
    }

    private static boolean hasGenericSystem(Statement statement) {
        return statement.sentence() instanceof Sentence.Ears ears
                && ears.system().isPresent()
                && ears.system().get().text().length() <= LONGEST_GENERIC
                && GENERIC.contains(EarsRules.key(ears.system().get()));
    }

    private void mixedModals() {
        List<Statement> shall = with(Modal.SHALL);
        List<Statement> must = with(Modal.MUST);
        if (shall.isEmpty() || must.isEmpty()) {
            return;
        }
        boolean isShallRarer = shall.size() < must.size();
        Statement first = (isShallRarer ? shall : must).getFirst();
        String usual = isShallRarer ? "must" : "shall";
        Sentence.Binding binding = modal(first).orElseThrow();
        checked.report(
                Rule.MIXED_MODALS,
                first,
                binding.at(),
                "'%s' here, and '%s' in most other criteria".formatted(binding.at().text(), usual),
                "write '%s' throughout, so that nobody looks for a difference".formatted(usual));
    }

    private List<Statement> with(Modal modal) {
        var found = new ArrayList<Statement>();
        for (Statement criterion : checked.criteria()) {
            Optional<Sentence.Binding> binding = modal(criterion);
            if (binding.isPresent() && binding.get().modal() == modal) {
                found.add(criterion);
            }
        }
        return found;
    }

    private static Optional<Sentence.Binding> modal(Statement statement) {
        return statement.sentence() instanceof Sentence.Ears ears ? ears.modal() : Optional.empty();
    }

    private void acronyms() {
        Set<String> seen = new HashSet<>();
        for (Statement statement : checked.criteria()) {
            Tokens tokens = statement.tokens();
            for (int i = 0; tokens.has(WordClass.ACRONYM) && i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.is(WordClass.ACRONYM)
                        && IS_ACRONYM.of(token)
                        && seen.size() < MOST_ACRONYMS
                        && seen.add(token.text())
                        && !isExplained(token.text())) {
                    checked.report(
                            Rule.UNDEFINED_ACRONYM,
                            statement,
                            i,
                            i,
                            "'%s' is explained nowhere in the spec".formatted(token.text()),
                            "write it out once, as in 'Full Name (%s)', or list it in a section 'Glossary'"
                                    .formatted(token.text()));
                }
            }
        }
    }

    private static boolean isAcronym(Token token) {
        String text = token.text();
        return !SHOUTED.contains(text) && !KNOWN.contains(text);
    }

    /// Shouted words stand in lower case elsewhere, and so are no acronyms.
    private boolean isExplained(String acronym) {
        if (checked.glossary().defines(acronym)) {
            return true;
        }
        String text = checked.spec().document().text();
        return text.contains("(" + acronym + ")")
                || text.contains(acronym + " (")
                || text.contains(acronym + ": ")
                || text.contains(" " + acronym.toLowerCase(Locale.ROOT) + " ");
    }

    private void drift(Statement statement) {
        for (int i = 0; i < statement.tokens().size(); i++) {
            Token token = statement.tokens().get(i);
            boolean isMarked =
                    token.is(Token.Kind.WORD)
                            && token.text().length() > 3
                            && (token.text().indexOf('_') > 0
                                    || (token.text().indexOf('-') > 0
                                            && !token.text().equals(token.key()))
                                    || hasInnerCapital(token.text()));
            if (isMarked) {
                int at = i;
                checked.glossary()
                        .spelling(token.text())
                        .filter(spelling -> !joined(spelling).equals(joined(token.text())))
                        .filter(spelling -> !isShoutedArticle(spelling, token.text()))
                        .ifPresent(spelling ->
                                checked.report(
                                        Rule.TERM_DRIFT,
                                        statement,
                                        at,
                                        at,
                                        "the glossary writes '%s', and %s '%s'"
                                                .formatted(
                                                        spelling, statement.name(), token.text()),
                                        "write '%s'".formatted(spelling)));
            }
        }
    }

    /// `THE_Service` and `The_Service` are one, as articles are shouted in EARS.
    private static boolean isShoutedArticle(String spelling, String text) {
        return text.regionMatches(true, 0, "the_", 0, 4) && spelling.equalsIgnoreCase(text);
    }

    /// `Order_Service` is how some write `Order Service`.
    private static String joined(String term) {
        return term.replace('_', ' ').replace('-', ' ');
    }

    private static boolean hasInnerCapital(String text) {
        boolean hasCapital = false;
        boolean hasSmall = false;
        for (int i = 0; i < text.length(); i++) {
            hasCapital |= i > 0 && Character.isUpperCase(text.charAt(i));
            hasSmall |= Character.isLowerCase(text.charAt(i));
        }
        return hasCapital && hasSmall;
    }

    private static Set<String> known() {
        try (InputStream in = TermRules.class.getResourceAsStream("/kiro/rule/acronyms.txt")) {
            if (in == null) {
                throw new IllegalStateException("no resource /kiro/rule/acronyms.txt");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Set.copyOf(List.of(text.strip().split("\\s+")));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
