package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import kiro.code.JavaReader;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-97")
class FittingFailuresTest {
    private static final Trouble CLASH = Trouble.conflict(409, "Pet", "\"no\"");
    private static final Trouble GONE = Trouble.notFound("Pet", "pet", "id", "long");

    private final Map<String, String> files = new HashMap<>();

    private void file(String packageName, String name, String text) {
        files.put(
                "src/main/java/" + packageName.replace('.', '/') + "/" + name + ".java",
                "package " + packageName + ";\n" + text);
    }

    private void resource(String packageName, String name) {
        file(packageName, name, "public record " + name + "(long id) {}");
        file(
                packageName,
                name + "Store",
                "public class %1$sStore { private final java.util.Map<Long, %1$s> all = new java.util.HashMap<>(); public java.util.Optional<%1$s> find(long id) { return java.util.Optional.ofNullable(all.get(id)); } public void save(%1$s one) { all.put(one.id(), one); } }"
                        .formatted(name));
    }

    private void exception(String packageName, String name, String status, String constructor) {
        file(
                packageName,
                name,
                "@ResponseStatus(HttpStatus."
                        + status
                        + ") public class "
                        + name
                        + " extends RuntimeException { public "
                        + name
                        + constructor
                        + " }");
    }

    private Raise raise(Trouble trouble, String thrower) {
        files.put("pom.xml", "<project/>");
        JavaReader reader = JavaReader.ofRuntime();
        SpringProject project = SpringProject.read(reader, "pom.xml", files);
        ProjectType type =
                project.sources().types().stream()
                        .filter(one -> one.name().equals(thrower))
                        .findFirst()
                        .orElseThrow();
        return new FailureWriter(new Workshop(project, new Draft(reader, project.style(), files)))
                .raise(trouble, type);
    }

    @Test
    void an_exception_of_another_resource_is_not_borrowed() {
        resource("vet", "Pet");
        resource("vet", "Visit");
        exception(
                "vet",
                "VisitConflictException",
                "CONFLICT",
                "(String message) { super(message); }");
        file("vet", "PetService", "class PetService {}");
        file("vet", "VisitService", "class VisitService {}");

        assertThat(raise(CLASH, "PetService").expression())
                .isEqualTo("new PetConflictException(\"no\")");
        assertThat(raise(Trouble.conflict(409, "Visit", "\"no\""), "VisitService").expression())
                .isEqualTo("new VisitConflictException(\"no\")");
    }

    @Test
    void a_sentence_is_not_put_where_an_id_belongs() {
        resource("vet", "Pet");
        exception(
                "vet",
                "PetNotFound",
                "NOT_FOUND",
                "(String number) { super(\"No pet \" + number); }");
        file("vet", "PetService", "class PetService {}");

        assertThat(raise(GONE, "PetService").expression())
                .isEqualTo("new PetNotFound(String.valueOf(id))");
    }

    @Test
    void the_inside_of_an_application_throws_nothing_of_its_adapters() {
        resource("vet.domain.pet", "Pet");
        resource("vet.domain.visit", "Visit");
        exception(
                "vet.adapter.web", "Conflict", "CONFLICT", "(String message) { super(message); }");
        exception("vet.domain.visit", "VisitNotFound", "NOT_FOUND", "(long id) { super(\"no\"); }");
        file("vet.application", "PetUseCases", "class PetUseCases {}");

        Raise raise = raise(CLASH, "PetUseCases");

        assertThat(raise.expression()).isEqualTo("new PetConflict(\"no\")");
        assertThat(raise.imports().getFirst()).isEqualTo("vet.domain.pet.PetConflict");
    }
}
