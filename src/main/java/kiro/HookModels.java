package kiro;

import java.util.Optional;
import kiro.action.ActionModels;
import kiro.cli.SpecModels;
import kiro.finding.Finding;
import kiro.model.Purpose;
import kiro.workspace.Workspace;

/// The model that built-ins of hooks ask, by the settings.
final class HookModels implements ActionModels {
    private final SpecModelWiring models;

    HookModels(Outside outside) {
        this.models = new SpecModelWiring(outside, new ModelWiring(outside));
    }

    @Override
    public Opening open(Workspace workspace, Optional<String> named, Purpose purpose) {
        return switch (models.open(workspace, named, purpose)) {
            case SpecModels.Opening.Opened opened ->
                    new Opening.Opened(opened.asker().apply(_ -> {}), opened.ending());
            case SpecModels.Opening.None(String reason) -> new Opening.None(reason);
            case SpecModels.Opening.Unusable unusable ->
                    new Opening.None(unusable.problem().message());
            case SpecModels.Opening.Broken broken ->
                    new Opening.None(
                            "the settings are broken: "
                                    + broken.findings().stream()
                                            .findFirst()
                                            .map(Finding::message)
                                            .orElse(""));
        };
    }
}
