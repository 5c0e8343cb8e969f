package kiro;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kiro.cli.SpecModels;
import kiro.config.Config;
import kiro.draft.Asker;
import kiro.model.Patience;
import kiro.model.Purpose;
import kiro.model.builtin.BuiltinModel;
import kiro.secret.SecretMask;
import kiro.workspace.Workspace;

/// The model that proposes words of specs: the one of the settings, but not the built-in engine, which reads specs and
/// writes none.
final class SpecModelWiring implements SpecModels {
    private final Outside outside;
    private final ModelWiring models;

    SpecModelWiring(Outside outside, ModelWiring models) {
        this.outside = outside;
        this.models = models;
    }

    @Override
    public Opening open(Workspace workspace, Optional<String> named) {
        return open(workspace, named, Purpose.PLAN);
    }

    /// @param purpose by which the model is chosen
    Opening open(Workspace workspace, Optional<String> named, Purpose purpose) {
        return switch (Config.read(outside.environment(), outside.home(), workspace.root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole ->
                    switch (models.open(named, whole.config(), purpose)) {
                        case ModelWiring.Opening.Unusable unusable ->
                                new Opening.Unusable(unusable.problem());
                        case ModelWiring.Opening.Opened opened ->
                                opened.model() instanceof BuiltinModel
                                        ? new Opening.None("no language model is configured")
                                        : opened(opened, whole.config(), purpose);
                    };
        };
    }

    private Opening opened(ModelWiring.Opening.Opened opened, Config config, Purpose purpose) {
        var secrets =
                SecretMask.of(
                        outside.environment(),
                        Stream.of("anthropic.api-key", "bedrock.api-key", "openai.api-key")
                                .flatMap(key -> config.secret(key).stream())
                                .toList());
        return new Opening.Opened(
                progress ->
                        new Asker(
                                opened.model(),
                                purpose,
                                opened.maxOutput(),
                                new Patience(RandomGenerator.getDefault()),
                                Thread::sleep,
                                secrets,
                                progress),
                opened.remarks(),
                opened.ending());
    }
}
