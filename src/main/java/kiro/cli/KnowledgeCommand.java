package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro knowledge`: what the team knows beside its code.
@Command(
        name = "knowledge",
        description = {
            "Lists, indexes and searches what the team knows: documents, runbooks, code and knowledge bases.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro knowledge list",
            "  kiro knowledge index",
            "  kiro knowledge search 'how do we roll back a release'",
            "",
            "What is searched is named by the settings knowledge.sources, knowledge.folders and knowledge.bases."
        })
public final class KnowledgeCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public KnowledgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
