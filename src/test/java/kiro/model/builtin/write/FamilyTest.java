package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a path names of what belongs to something.
class FamilyTest {
    @ParameterizedTest
    @CsvSource({
        "PartLine,            PartLine",
        "SparePart,           SparePart",
        "Part,                Part",
        "Participant,         -",
        "PartLineOfSupplier,  -",
        "PartLine SparePart,  -",
        "PartLine Part,       Part",
        "OrderPart PartLine,  OrderPart",
    })
    @Tag("builtin-placing#AC-13")
    void what_is_called_nearly_so_is_meant_where_nothing_else_is(String kept, String child) {
        var project = project(List.of(kept.split(" ")));

        String found =
                Family.of(project, "/orders/{id}/parts")
                        .map(family -> family.child().resource().name())
                        .orElse("-");

        assertThat(found).isEqualTo(child);
    }

    private static SpringProject project(List<String> children) {
        var files = new LinkedHashMap<String, String>();
        files.put("pom.xml", "<project/>");
        add(files, "Order", "private String name; public String getName() { return name; }");
        children.forEach(child ->
                add(
                        files,
                        child,
                        "private Order order; public Order getOrder() { return order; }"));
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);
    }

    private static void add(LinkedHashMap<String, String> files, String type, String field) {
        files.put(
                "src/main/java/a/" + type + ".java",
                """
                package a;
                import jakarta.persistence.*;
                @Entity
                public class %1$s {
                    @Id private Long id;
                    %2$s
                    public Long getId() { return id; }
                }
                """
                        .formatted(type, field));
        files.put(
                "src/main/java/a/" + type + "Repository.java",
                """
                package a;
                import org.springframework.data.jpa.repository.JpaRepository;
                public interface %1$sRepository extends JpaRepository<%1$s, Long> {}
                """
                        .formatted(type));
    }
}
