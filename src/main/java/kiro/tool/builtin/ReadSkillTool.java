package kiro.tool.builtin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.TaggedText;
import kiro.persona.Skill;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// Shows a skill to the model, or one of the files beside it. What it shows is text: what a skill says to run, runs
/// through the other tools, under all their rules.
final class ReadSkillTool implements BuiltinTool {
    private final List<Skill> skills;
    private final PathReader paths;

    ReadSkillTool(List<Skill> skills, PathReader paths) {
        this.skills = List.copyOf(skills);
        this.paths = paths;
    }

    @Override
    public String name() {
        return "read_skill";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String wanted = arguments.text("name");
        Optional<Skill> skill =
                skills.stream().filter(each -> each.name().equals(wanted)).findFirst();
        if (skill.isEmpty()) {
            return Preparation.Refused.looking(
                    "there is no skill '%s'; there is %s"
                            .formatted(
                                    wanted,
                                    skills.stream()
                                            .map(Skill::name)
                                            .collect(Collectors.joining(", "))));
        }
        Optional<String> file = arguments.optionalText("file");
        String path = skill.get().folder() + "/" + file.orElse("SKILL.md");
        if (!skill.get().isProjects()) {
            return ready(skill.get(), file, new Effect.Nothing());
        }
        return switch (paths.read(path)) {
            case PathReading.Root _ -> Preparation.Refused.looking(path + " is no file of a skill");
            case PathReading.Refused refused -> Preparation.Refused.looking(refused.text());
            case PathReading.Inside(WorkspacePath inside) ->
                    ready(skill.get(), file, new Effect.Read(List.of(inside)));
        };
    }

    private static Preparation ready(Skill skill, Optional<String> file, Effect effect) {
        return new Preparation.Ready(
                effect,
                "read the skill " + skill.name() + file.map(name -> ", " + name).orElse(""),
                () -> file.map(name -> shown(skill, name)).orElseGet(() -> shown(skill)));
    }

    private static ToolResult shown(Skill skill, String file) {
        return switch (skill.file(file)) {
            case Skill.Reading.Text text -> new ToolResult.Done(Bounded.of(text.text()));
            case Skill.Reading.Refused refused ->
                    new ToolResult.Failed(
                            "%s of the skill %s cannot be shown: %s"
                                    .formatted(file, skill.name(), refused.reason()));
        };
    }

    private static ToolResult shown(Skill skill) {
        return switch (skill.body()) {
            case Skill.Reading.Refused refused ->
                    new ToolResult.Failed("the skill cannot be shown: " + refused.reason());
            case Skill.Reading.Text text -> {
                List<String> files = skill.files();
                String beside =
                        files.isEmpty()
                                ? ""
                                : "files beside it in "
                                        + skill.folder()
                                        + ", shown by read_skill with `file`: "
                                        + String.join(", ", files);
                yield new ToolResult.Done(
                        TaggedText.of("skill", Bounded.of(text.text())).render() + beside);
            }
        };
    }
}
