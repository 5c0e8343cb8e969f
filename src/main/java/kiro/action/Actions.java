package kiro.action;

import java.util.List;
import kiro.hook.run.BuiltIn;

/// All that `use` of a hook can name.
public final class Actions {
    private Actions() {}

    public static List<BuiltIn> of(ActionMeans means) {
        return List.of(
                new CommitMessageAction(means),
                new TestStubAction(means),
                new PrDescriptionAction(means),
                new TypeCheckAction(means),
                new SteeringCheckAction(means),
                new CriteriaStatusAction(means),
                new DiagnoseTestAction(means),
                new DependencyImpactAction(means));
    }
}
