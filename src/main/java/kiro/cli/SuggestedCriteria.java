package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.spec.suggest.Accepted;
import kiro.spec.suggest.Suggestion;
import kiro.spec.suggest.Suggestions;
import kiro.workspace.Workspace;

/// The criteria that a spec lacks: shown with numbers, and written into it where a person accepts them.
final class SuggestedCriteria {
    private static final int MOST_NAMED = 8;

    private final Console console;
    private final SpecStore specs;

    SuggestedCriteria(Console console, Workspace workspace) {
        this.console = console;
        this.specs = new SpecStore(workspace);
    }

    void show(Suggested suggested) {
        if (suggested.isEmpty()) {
            return;
        }
        console.print(
                "suggested criteria, which %s implies and lacks:".formatted(suggested.spec()));
        for (int i = 0; i < suggested.suggestions().size(); i++) {
            Suggestion each = suggested.suggestions().get(i);
            console.print(
                    "  %2d  %s%s"
                            .formatted(
                                    i + 1,
                                    each.text(),
                                    console.styled(Style.DIM, " [" + each.name() + "]")));
            console.print(
                    "      because of line %d: %s".formatted(each.span().line(), each.because()));
        }
        console.print(
                "  add them with 'kiro spec validate %s --accept all', or some: --accept 1,3-5"
                        .formatted(suggested.spec()));
    }

    /// Says which of many specs lack any.
    void count(List<Suggested> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String some =
                missing.stream()
                        .limit(MOST_NAMED)
                        .map(each -> "%s (%d)".formatted(each.spec(), each.suggestions().size()))
                        .collect(Collectors.joining(", "));
        console.print(
                "criteria are suggested for %s: %s%s"
                        .formatted(
                                Counted.of(missing.size(), "spec"),
                                some,
                                missing.size() > MOST_NAMED ? " and others" : ""));
        console.print(
                "  see them with 'kiro spec validate %s'".formatted(missing.getFirst().spec()));
    }

    /// Writes the chosen ones into the spec.
    ///
    /// @param told what was done
    ExitCode accept(Spec spec, String words, Consumer<String> told) throws IOException {
        List<Suggestion> suggestions = Suggestions.of(spec);
        Optional<SuggestionChoice> choice = SuggestionChoice.parse(words);
        if (choice.isEmpty()) {
            console.problem(
                    "cli/usage",
                    "'%s' is no choice of suggestions".formatted(words),
                    "--accept all, or numbers: --accept 1,3-5; for what is marked: proposed, or ids");
            return ExitCode.USAGE;
        }
        Optional<Integer> unknown = choice.get().unknown(suggestions.size());
        if (unknown.isPresent()) {
            console.problem(
                    "spec/no-suggestion",
                    "there is no suggestion %d for %s".formatted(unknown.get(), spec.name()),
                    suggestions.isEmpty()
                            ? "nothing is suggested for it"
                            : "choose from 1 to %d".formatted(suggestions.size()));
            return ExitCode.FINDINGS;
        }
        List<Suggestion> accepted = choice.get().of(suggestions);
        if (accepted.isEmpty()) {
            told.accept("nothing is suggested for %s".formatted(spec.name()));
            return ExitCode.OK;
        }
        specs.write(spec, Accepted.into(spec, accepted));
        told.accept("added to %s:".formatted(spec.path()));
        accepted.forEach(each -> told.accept("  " + each.text()));
        return ExitCode.OK;
    }
}
