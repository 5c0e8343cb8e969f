package kiro;

import java.util.ArrayList;
import java.util.Optional;
import kiro.cli.PermissionSettings;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.permission.Mode;
import kiro.permission.PermissionFiles;
import kiro.permission.Policy;
import kiro.permission.RuleBook;
import kiro.permission.Thresholds;
import kiro.workspace.Workspace;

/// Makes the policy that holds in a workspace, from rules, settings and the mode.
final class PermissionWiring implements PermissionSettings {
    private final Outside outside;

    PermissionWiring(Outside outside) {
        this.outside = outside;
    }

    @Override
    public PermissionFiles files(Workspace workspace) {
        return PermissionFiles.of(
                outside.organisation(), outside.environment(), outside.home(), workspace.root());
    }

    @Override
    public Opening open(Workspace workspace, Optional<Mode> mode) {
        return switch (Config.read(outside.environment(), outside.home(), workspace.root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole -> open(workspace, whole, mode);
        };
    }

    Opening open(Workspace workspace, Config.Reading.Whole settings, Optional<Mode> wanted) {
        PermissionFiles files = files(workspace);
        return switch (files.read()) {
            case PermissionFiles.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case PermissionFiles.Reading.Whole whole -> {
                Mode mode = wanted.orElseGet(() -> mode(settings.config()));
                Thresholds.Reading thresholds = thresholds(settings.config(), files);
                var rules = new RuleBook(files, whole.rules());
                var remarks = new ArrayList<String>();
                whole.warnings().stream().map(Finding::toString).forEach(remarks::add);
                remarks.addAll(thresholds.remarks());
                yield new Opening.Opened(
                        mode,
                        rules,
                        new Policy(mode, workspace.root(), rules::rules, thresholds.thresholds()),
                        remarks);
            }
        };
    }

    /// Whether the project is trusted is looked at only where that makes a difference.
    private static Thresholds.Reading thresholds(Config config, PermissionFiles files) {
        Thresholds.Reading untrusted = Thresholds.of(config, false);
        return untrusted.remarks().isEmpty() || !files.trust().state().isTrusted()
                ? untrusted
                : Thresholds.of(config, true);
    }

    /// Where nothing is set, a person is asked about everything.
    private static Mode mode(Config config) {
        return switch (config.text("mode").orElse("interactive")) {
            case "autonomous" -> Mode.AUTONOMOUS;
            case "semi-automatic" -> Mode.SEMI_AUTOMATIC;
            default -> Mode.INTERACTIVE;
        };
    }
}
