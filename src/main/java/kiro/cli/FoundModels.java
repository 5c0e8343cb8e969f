package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.config.ConfigFiles;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;
import kiro.workspace.Workspace;

/// Offers, once, the models that credentials and servers which are here already can be asked for, where no setting names
/// one. The answer is kept in the person's own settings, by name and never a key.
public final class FoundModels {
    private static final String BUILT_IN = "built-in";
    private static final int TRIES = 3;

    private final Console console;
    private final ModelAccess models;
    private final ConfigAccess settings;

    public FoundModels(Console console, ModelAccess models, ConfigAccess settings) {
        this.console = console;
        this.models = models;
        this.settings = settings;
    }

    /// Asks where somebody is there to answer and there is anything to choose.
    ///
    /// @param isSettled whether the command line says what is used
    void offer(Workspace workspace, boolean isSettled) throws IOException, InterruptedException {
        if (isSettled || !console.isInteractive()) {
            return;
        }
        List<ModelAccess.Found> found = models.found(workspace);
        if (found.isEmpty()) {
            return;
        }
        var choices = new ArrayList<>(found);
        choices.add(
                new ModelAccess.Found(
                        BUILT_IN, "no language model: it reads the structured parts of specs"));
        Optional<ModelAccess.Found> chosen = chosen(choices);
        if (chosen.isPresent()) {
            keep(workspace, chosen.get());
        }
    }

    private Optional<ModelAccess.Found> chosen(List<ModelAccess.Found> choices)
            throws InterruptedException {
        console.print("no model is set, and these can be used:");
        for (int i = 0; i < choices.size(); i++) {
            console.print(
                    "  %d  %s  %s"
                            .formatted(
                                    i + 1,
                                    choices.get(i).model(),
                                    console.styled(Style.DIM, choices.get(i).words())));
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> line =
                    console.ask(
                            "which does the work from now on? (1-%d, Enter to be asked again next time): "
                                    .formatted(choices.size()));
            if (line.isEmpty() || line.get().isBlank()) {
                return Optional.empty();
            }
            Optional<ModelAccess.Found> named = named(line.get().strip(), choices);
            if (named.isPresent()) {
                return named;
            }
            console.note("  '%s' is none of them".formatted(line.get().strip()));
        }
        return Optional.empty();
    }

    private static Optional<ModelAccess.Found> named(
            String answer, List<ModelAccess.Found> choices) {
        for (int i = 0; i < choices.size(); i++) {
            if (answer.equals(String.valueOf(i + 1)) || answer.equals(choices.get(i).model())) {
                return Optional.of(choices.get(i));
            }
        }
        return Optional.empty();
    }

    private void keep(Workspace workspace, ModelAccess.Found chosen) throws IOException {
        ConfigKey key = ConfigKeys.find("model").orElseThrow();
        switch (settings.files(workspace).set(ConfigFiles.Owner.PERSON, key, chosen.model())) {
            case ConfigFiles.Change.Written written ->
                    console.print(
                            "model: %s, in %s; 'kiro config unset model' takes that back"
                                    .formatted(chosen.model(), written.file()));
            case ConfigFiles.Change.Unchanged _ -> {}
            case ConfigFiles.Change.Refused refused -> console.findings(refused.findings());
        }
    }
}
