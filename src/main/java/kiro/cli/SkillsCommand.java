package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import kiro.finding.Severity;
import kiro.persona.Skill;
import kiro.persona.SkillStore;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `kiro skills`: the skills that a model can read up on here, and what is wrong with their files.
@Command(
        name = "skills",
        description = {"Lists the skills in .kiro/skills and ~/.kiro/skills, and checks them.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro skills",
            "  kiro skills --json",
            "",
            "Exit codes: 0 listed, 1 one of them has to be mended."
        })
public final class SkillsCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Function<Workspace, SkillStore> skills;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    public SkillsCommand(
            Console console, Workspaces workspaces, Function<Workspace, SkillStore> skills) {
        this.console = console;
        this.workspaces = workspaces;
        this.skills = skills;
    }

    @Override
    public Integer call() throws IOException {
        SkillStore.Reading reading = skills.apply(workspaces.current()).read();
        if (isJson) {
            console.print(json(reading));
        } else {
            show(reading);
        }
        boolean isWrong =
                reading.findings().stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR);
        return (isWrong ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private void show(SkillStore.Reading reading) {
        if (reading.skills().isEmpty()) {
            console.print("no skills: describe one in .kiro/skills/NAME/SKILL.md");
        } else {
            var table = new TextTable(List.of("NAME", "OF", "WHEN IT IS OF USE"));
            for (Skill skill : reading.skills()) {
                table.row(skill.name(), origin(skill), skill.description());
            }
            console.print(table.lines(console.width()));
        }
        console.findings(reading.findings());
    }

    private static String json(SkillStore.Reading reading) {
        ObjectNode root = SpecJson.root();
        ArrayNode list = root.putArray("skills");
        for (Skill skill : reading.skills()) {
            list.addObject()
                    .put("name", skill.name())
                    .put("folder", skill.folder())
                    .put("origin", origin(skill))
                    .put("description", skill.description());
        }
        SpecJson.add(root, reading.findings());
        return root.toPrettyString();
    }

    private static String origin(Skill skill) {
        return skill.isProjects() ? "project" : "person";
    }
}
