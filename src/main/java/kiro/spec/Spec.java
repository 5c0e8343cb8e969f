package kiro.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// A specification: what is wanted, and the criteria by which it is met. It is one file, or a folder of several;
/// the first document is the one in which the criteria stand.
///
/// @param title the words of the first heading; the name where there is none, or where it is that of a section
///     which every spec has
/// @param documents its files, the one with the criteria first
/// @param tasks as `tasks.md` lists them, with places there
/// @param properties as `design.md` states them, with places there
public record Spec(
        SpecName name,
        String title,
        List<SpecDocument> documents,
        List<Requirement> requirements,
        List<AcceptanceCriterion> criteria,
        List<SpecTask> tasks,
        List<CorrectnessProperty> properties) {
    public Spec {
        documents = List.copyOf(documents);
        requirements = List.copyOf(requirements);
        criteria = List.copyOf(criteria);
        tasks = List.copyOf(tasks);
        properties = List.copyOf(properties);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("spec " + name + " has no document");
        }
    }

    /// The document in which the criteria stand, and to which their places refer.
    public SpecDocument main() {
        return documents.getFirst();
    }

    /// The file in which the criteria stand.
    public WorkspacePath path() {
        return main().path();
    }

    /// The file in which the criteria stand, as it was read, byte for byte.
    public TextDocument document() {
        return main().text();
    }

    public Optional<SpecDocument> document(DocumentKind kind) {
        for (SpecDocument document : documents) {
            if (document.kind() == kind) {
                return Optional.of(document);
            }
        }
        return Optional.empty();
    }

    public boolean isFolder() {
        return main().kind() != DocumentKind.SPEC;
    }

    /// The sections of the document in which the criteria stand.
    public List<Section> sections() {
        return main().sections();
    }

    /// The first section with this heading, else the first that goes by another name of the same kind: `Criteria`
    /// is found as `Acceptance Criteria`.
    public Optional<Section> section(String heading) {
        return main().section(heading);
    }

    public Optional<Section> section(SectionKind kind) {
        return main().section(kind);
    }

    public Optional<AcceptanceCriterion> criterion(CriterionId id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    /// The criteria that a task serves, those of its parts included, in the order of the file. Empty where it names
    /// none: then nothing can show that it is done.
    public List<AcceptanceCriterion> criteriaOf(SpecTask task) {
        List<Citation> cited =
                tasks.stream()
                        .filter(other -> other.equals(task) || isPart(other, task.id()))
                        .flatMap(other -> other.requirements().stream())
                        .toList();
        return criteria.stream()
                .filter(criterion -> cited.stream().anyMatch(each -> each.isOf(criterion.id())))
                .toList();
    }

    private boolean isPart(SpecTask task, TaskId whole) {
        return Stream.iterate(
                        task.above(),
                        Optional::isPresent,
                        above -> above.flatMap(this::task).flatMap(SpecTask::above))
                .anyMatch(above -> above.get().equals(whole));
    }

    public Optional<SpecTask> task(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /// The ids of criteria that were taken out, as the spec remembers them: they are never given again.
    public List<CriterionId> retiredIds() {
        return IdLedger.of(document()).retired();
    }

    /// The project-wide name of one of this spec's criteria.
    public CriterionRef ref(AcceptanceCriterion criterion) {
        return new CriterionRef(name, criterion.id());
    }
}
