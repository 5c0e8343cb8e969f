package kiro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.cli.CommandGroup;
import kiro.cli.Console;
import kiro.cli.KnowledgeAccess;
import kiro.cli.KnowledgeIndexCommand;
import kiro.cli.KnowledgeListCommand;
import kiro.cli.KnowledgeSearchCommand;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSettings;
import kiro.knowledge.LocalIndex;
import kiro.knowledge.lucene.LocalShelf;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.tool.Tool;
import kiro.tool.builtin.KnowledgeTools;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of what searches the team's knowledge. Nothing of it is loaded where none is configured, and neither the index nor the
/// network is touched before the first search.
final class KnowledgeWiring implements KnowledgeAccess {
    private final Outside outside;

    KnowledgeWiring(Outside outside) {
        this.outside = outside;
    }

    /// `kiro knowledge` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        Console console = outside.console();
        var knowledge = Described.command(CommandGroup.KNOWLEDGE.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "list",
                () -> Described.command(new KnowledgeListCommand(console, workspaces, this)));
        commands.put(
                "index",
                () -> Described.command(new KnowledgeIndexCommand(console, workspaces, this)));
        commands.put(
                "search",
                () -> Described.command(new KnowledgeSearchCommand(console, workspaces, this)));
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            knowledge.addSubcommand(args[1], named.get());
            return knowledge;
        }
        commands.forEach((name, command) -> knowledge.addSubcommand(name, command.get()));
        return knowledge;
    }

    @Override
    public Opening open(Workspace workspace) {
        return switch (Config.read(outside.environment(), outside.home(), workspace.root())) {
            case Config.Reading.Broken broken -> new Opening.Broken(broken.findings());
            case Config.Reading.Whole whole -> {
                Knowledge knowledge = of(workspace, whole.config());
                var findings = new ArrayList<Finding>(whole.warnings());
                findings.addAll(knowledge.settings().findings());
                yield new Opening.Opened(knowledge, findings);
            }
        };
    }

    /// What a run has of it.
    ///
    /// @param ending lets go of what the tools hold
    record OfRun(List<Tool> tools, Runnable ending) {
        private static final OfRun NONE = new OfRun(List.of(), () -> {});
    }

    OfRun ofRun(Workspace workspace, Config config) {
        if (!isConfigured(config)) {
            return OfRun.NONE;
        }
        Knowledge knowledge = of(workspace, config);
        return new OfRun(
                KnowledgeTools.of(knowledge, new KnowledgeModels(outside, config)::address),
                knowledge::close);
    }

    private static boolean isConfigured(Config config) {
        return config.names().stream()
                .anyMatch(name ->
                        name.startsWith("knowledge.sources.")
                                || name.startsWith("knowledge.folders.")
                                || name.startsWith("knowledge.bases."));
    }

    private Knowledge of(Workspace workspace, Config config) {
        KnowledgeSettings settings = KnowledgeSettings.of(config, outside.home());
        return new Knowledge(
                settings,
                () -> local(workspace, settings, config),
                () -> new KnowledgeModels(outside, config).bases(settings));
    }

    private LocalIndex local(Workspace workspace, KnowledgeSettings settings, Config config) {
        var commands =
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary());
        return new LocalShelf(
                new LocalShelf.Place(
                        workspace,
                        outside.home(),
                        outside.caches(System.getProperty("os.name")).resolve("kiro")),
                new LocalShelf.Means(
                        new Git(workspace, commands),
                        new CodeWiring(outside).parser(),
                        SecretMask.of(outside.environment(), config.secrets())::maskCertain,
                        outside.clock()),
                settings.local(),
                new KnowledgeModels(outside, config).embedder(settings));
    }
}
