package kiro.tool.builtin;

import java.util.List;
import kiro.persona.Skill;
import kiro.tool.Tool;
import kiro.workspace.Workspace;

/// The tool that shows skills, `read_skill`.
public final class SkillTools {
    private SkillTools() {}

    /// None where there are no skills.
    public static List<Tool> of(Workspace workspace, List<Skill> skills) {
        return skills.isEmpty()
                ? List.of()
                : List.of(
                        DescribedTool.of(
                                new ReadSkillTool(
                                        skills,
                                        new PathReader(
                                                workspace, BuiltinTools.ignored(workspace)))));
    }
}
