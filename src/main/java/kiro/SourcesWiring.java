package kiro;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import kiro.agent.ContextSources;
import kiro.agent.ProjectMap;
import kiro.cli.RunRequest;
import kiro.code.RepoMap;
import kiro.model.ModelRoutes;
import kiro.model.Tokens;
import kiro.model.builtin.BuiltinModel;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.WorkspacePath;

/// What a run can point its model to, with a map of the project where the model has room for one.
final class SourcesWiring {
    private static final int MAP_TOKENS = 1_500;
    private static final int LEAST_MAP_TOKENS = 400;

    /// The part of a model's window that a map may take: one of so many.
    private static final int MAP_SHARE = 40;

    private static final Duration MAP_PATIENCE = Duration.ofMillis(400);

    private final RunRequest request;
    private final FirstLook look;
    private final ModelRoutes routes;
    private final SpecStore specs;

    SourcesWiring(RunRequest request, FirstLook look, ModelRoutes routes, SpecStore specs) {
        this.request = request;
        this.look = look;
        this.routes = routes;
        this.specs = specs;
    }

    /// The map is drawn from here on.
    ContextSources begin() throws IOException {
        ContextSources sources = named();
        int tokens = Math.min(MAP_TOKENS, routes.window() / MAP_SHARE);
        if (routes.usual().model() instanceof BuiltinModel || tokens < LEAST_MAP_TOKENS) {
            return sources;
        }
        return sources.with(ProjectMap.begin(() -> map(sources, tokens), MAP_PATIENCE));
    }

    private Optional<String> map(ContextSources sources, int tokens) throws InterruptedException {
        String focus =
                request.words()
                        + request.spec().map(spec -> " " + spec.document().text()).orElse("");
        return RepoMap.of(
                request.workspace().root(),
                look.view().get().files().stream().map(WorkspacePath::value).toList(),
                path -> sources.mayShow(WorkspacePath.of(path)),
                focus,
                Tokens.characters(tokens));
    }

    private ContextSources named() throws IOException {
        return ContextSources.of(
                request.workspace(),
                name ->
                        specs.find(name) instanceof SpecReading.Whole whole
                                ? Optional.of(whole.spec())
                                : Optional.empty());
    }
}
