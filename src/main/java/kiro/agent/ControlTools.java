package kiro.agent;

import java.util.List;
import kiro.model.ToolSpec;

/// What a model can tell the loop itself, offered to it as tools.
final class ControlTools {
    static final String PROPOSE_PLAN = "propose_plan";
    static final String REPORT_PROBLEM = "report_problem";

    private ControlTools() {}

    static boolean isOne(String name) {
        return name.equals(PROPOSE_PLAN) || name.equals(REPORT_PROBLEM);
    }

    static List<ToolSpec> specs(PromptTexts texts) {
        return List.of(
                new ToolSpec(
                        PROPOSE_PLAN,
                        texts.text("propose_plan.md"),
                        texts.text("propose_plan.schema.json")),
                new ToolSpec(
                        REPORT_PROBLEM,
                        texts.text("report_problem.md"),
                        texts.text("report_problem.schema.json")));
    }
}
