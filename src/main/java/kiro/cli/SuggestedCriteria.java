package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.spec.suggest.Accepted;
import kiro.spec.suggest.Suggestion;
import kiro.spec.suggest.Suggestions;
import kiro.workspace.Workspace;

/// The criteria that a spec lacks: shown with numbers, and written into it where a person accepts them.
final class SuggestedCriteria {
    private final Console console;
    private final SpecStore specs;

    SuggestedCriteria(Console console, Workspace workspace) {
        this.console = console;
        this.specs = new SpecStore(workspace);
    }

    void show(Spec spec) {
        List<Suggestion> suggestions = Suggestions.of(spec);
        if (suggestions.isEmpty()) {
            return;
        }
        console.print("suggested criteria, which %s implies and lacks:".formatted(spec.name()));
        for (int i = 0; i < suggestions.size(); i++) {
            Suggestion each = suggestions.get(i);
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
                        .formatted(spec.name()));
    }

    /// Writes the chosen ones into the spec.
    ExitCode accept(Spec spec, String words) throws IOException {
        List<Suggestion> suggestions = Suggestions.of(spec);
        Optional<SuggestionChoice> choice = SuggestionChoice.parse(words);
        if (choice.isEmpty()) {
            console.problem(
                    "cli/usage",
                    "'%s' is no choice of suggestions".formatted(words),
                    "--accept all, or numbers: --accept 1,3-5");
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
            console.print("nothing is suggested for %s".formatted(spec.name()));
            return ExitCode.OK;
        }
        specs.write(spec, Accepted.into(spec, accepted));
        console.print("added to %s:".formatted(spec.path()));
        accepted.forEach(each -> console.print("  " + each.text()));
        return ExitCode.OK;
    }
}
