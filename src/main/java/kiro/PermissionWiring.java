package kiro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.cli.PermissionSettings;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.finding.Finding;
import kiro.mcp.McpFiles;
import kiro.mcp.ServerSettings;
import kiro.permission.Mode;
import kiro.permission.Origin;
import kiro.permission.PermissionFiles;
import kiro.permission.PermissionRule;
import kiro.permission.Policy;
import kiro.permission.RuleBook;
import kiro.permission.Ruling;
import kiro.permission.Thresholds;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.process.OutsidePath;
import kiro.process.ProgramFinder;
import kiro.sandbox.Sandbox;
import kiro.sandbox.SandboxExtras;
import kiro.sandbox.SandboxSettings;
import kiro.sandbox.SandboxState;
import kiro.sandbox.store.BuildStores;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
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
            case Config.Reading.Whole whole -> open(workspace, workspace, whole, mode);
        };
    }

    /// @param original the workspace whose rules and trust hold; the same, unless this is a copy of it
    Opening open(
            Workspace workspace,
            Workspace original,
            Config.Reading.Whole settings,
            Optional<Mode> wanted) {
        PermissionFiles files = files(original);
        return switch (files.read()) {
            case PermissionFiles.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case PermissionFiles.Reading.Whole whole -> {
                var remarks = new ArrayList<String>();
                Mode mode = wanted.orElseGet(() -> mode(settings.config(), files, remarks));
                Thresholds.Reading thresholds = thresholds(settings.config(), files);
                var rules = new RuleBook(files, whole.rules(), approved(workspace, files));
                Sandbox sandbox = sandbox(workspace, original, settings.config());
                whole.warnings().stream().map(Finding::toString).forEach(remarks::add);
                remarks.addAll(thresholds.remarks());
                yield new Opening.Opened(
                        mode,
                        rules,
                        new Policy(
                                        mode,
                                        workspace.root(),
                                        rules::rules,
                                        thresholds.thresholds(),
                                        walls(sandbox))
                                .keeping(new IgnoredFiles(workspace, git(workspace)))
                                .holding(new ProjectFolders(workspace, git(workspace))),
                        sandbox,
                        files.trust(),
                        remarks);
            }
        };
    }

    private Git git(Workspace workspace) {
        return new Git(
                workspace,
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary()));
    }

    /// What is said of servers where they are configured, as rules.
    private List<PermissionRule> approved(Workspace workspace, PermissionFiles files) {
        var rules = new ArrayList<PermissionRule>();
        for (ServerSettings server :
                McpFiles.of(
                                outside.environment(),
                                outside.home(),
                                workspace.root(),
                                files.trust()::allows)
                        .read()
                        .servers()) {
            List<String> tools =
                    server.tools().autoApprove().stream()
                            .map(tool -> server.name() + "/" + tool)
                            .toList();
            if (!tools.isEmpty() && !server.isDisabled()) {
                rules.add(
                        new PermissionRule(
                                server.isProjects() ? Origin.REPOSITORY : Origin.USER,
                                server.place(),
                                "mcp",
                                tools,
                                List.of(),
                                Ruling.Decision.ALLOW));
            }
        }
        return rules;
    }

    private Sandbox sandbox(Workspace workspace, Workspace original, Config config) {
        Path temporary = Path.of(outside.environment().getOrDefault("TMPDIR", "/tmp"));
        boolean isOff = config.text("sandbox.use").filter("off"::equals).isPresent();
        List<Path> writable =
                config.text("sandbox.writable").stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .map(text ->
                                text.strip().replaceFirst("^~(?=/|$)", outside.home().toString()))
                        .map(Path::of)
                        .toList();
        return new Sandbox(
                new SandboxSettings(
                        workspace.root(),
                        outside.home(),
                        temporary.resolve(
                                "kiro-sandbox-"
                                        + ProcessHandle.current().pid()
                                        + "-"
                                        + System.nanoTime()),
                        System.getProperty("os.name"),
                        bubblewrap(workspace),
                        isOff
                                ? config.find("sandbox.use").map(ConfigValue::origin)
                                : Optional.empty(),
                        new SandboxExtras(
                                writable,
                                Optional.ofNullable(outside.environment().get("KIRO_HOME"))
                                        .filter(moved -> !moved.isBlank())
                                        .map(moved -> Path.of(moved.strip()))
                                        .stream()
                                        .toList(),
                                config.text("sandbox.network").filter("on"::equals).isPresent(),
                                outside.environment().containsKey(GitLeave.WITHIN),
                                Optional.of(stores(original)))),
                new CommandRunner(ChildEnvironment.of(outside.environment()), temporary));
    }

    private BuildStores stores(Workspace workspace) {
        String system = System.getProperty("os.name");
        return new BuildStores(
                outside.caches(system).resolve("kiro/builds"),
                workspace.root(),
                new BuildStores.People(
                        outside.home(),
                        javaHome(),
                        ChildEnvironment.of(outside.environment()),
                        system),
                outside.clock());
    }

    /// Where programs in Java look for a person's files, though a variable may say otherwise.
    private Path javaHome() {
        boolean isMoved = outside.home().toString().equals(outside.environment().get("HOME"));
        return isMoved ? Path.of(System.getProperty("user.home")) : outside.home();
    }

    /// A program that the project brings itself confines nothing.
    private Optional<Path> bubblewrap(Workspace workspace) {
        Optional<String> path = Optional.ofNullable(outside.environment().get("PATH"));
        return ProgramFinder.find("bwrap", Optional.of(OutsidePath.of(path, workspace.root())));
    }

    private static Policy.Walls walls(Sandbox sandbox) {
        return () -> {
            try {
                return sandbox.state();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new SandboxState.Degraded("it was stopped before it was known");
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

    /// Where nothing is set, a person is asked about everything. A project makes that less only once it is trusted.
    private static Mode mode(Config config, PermissionFiles files, List<String> remarks) {
        Optional<ConfigValue> set = config.find("mode");
        boolean isLeftOut =
                set.filter(value -> value.origin().startsWith(".kiro/"))
                                .filter(value -> !value.text().equals("interactive"))
                                .isPresent()
                        && !files.trust().state().isTrusted();
        if (isLeftOut) {
            remarks.add(
                    "%s: mode: %s is left out, since it asks less than usual: trust the project with 'kiro trust', or set it in ~/.kiro/config.yaml"
                            .formatted(set.get().origin(), set.get().text()));
            return Mode.INTERACTIVE;
        }
        return switch (set.map(ConfigValue::text).orElse("interactive")) {
            case "autonomous" -> Mode.AUTONOMOUS;
            case "semi-automatic" -> Mode.SEMI_AUTOMATIC;
            default -> Mode.INTERACTIVE;
        };
    }
}
