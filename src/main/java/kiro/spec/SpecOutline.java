package kiro.spec;

/// How much a spec says, without what: for lists of thousands.
///
/// @param tasks how many tasks its `tasks.md` lists
public record SpecOutline(String title, int criteria, int ticked, int tasks, int tasksDone) {
    public static SpecOutline of(Spec spec) {
        return new SpecOutline(
                spec.title(),
                spec.criteria().size(),
                (int) spec.criteria().stream().filter(AcceptanceCriterion::isTicked).count(),
                spec.tasks().size(),
                (int) spec.tasks().stream().filter(SpecTask::isDone).count());
    }
}
