package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownFieldsTest {
    private static final String VISIT =
            """
            package a;
            class Visit {
                @ManyToOne(optional = false) private Patient patient;
                @ManyToOne private Doctor doctor;
                private State state;
                Patient getPatient() { return patient; }
                Doctor getDoctor() { return doctor; }
                State getState() { return state; }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "patientId, .getPatient().id()",
        "patientName, .getPatient().name()",
        "state, .getState()",
        "patientBirthday,",
        "doctorId,",
        "stateName,",
        "patientname,"
    })
    @Tag("builtin-engine#AC-5")
    void what_an_object_has_that_is_always_there_can_be_shown(String field, String read) {
        SpringProject project =
                SpringProject.read(
                        JavaReader.ofRuntime(),
                        "pom.xml",
                        Map.of(
                                "pom.xml",
                                "<project/>",
                                "src/main/java/a/Visit.java",
                                VISIT,
                                "src/main/java/a/Patient.java",
                                "package a; record Patient(long id, String name) {}",
                                "src/main/java/a/Doctor.java",
                                "package a; record Doctor(long id) {}",
                                "src/main/java/a/State.java",
                                "package a; enum State { OPEN; String getName() { return name(); } }"));
        ProjectType visit =
                project.sources().types().stream()
                        .filter(type -> type.name().equals("Visit"))
                        .findFirst()
                        .orElseThrow();

        assertThat(
                        ShownFields.of(project.sources(), DomainType.of(visit), field)
                                .map(Property::read))
                .isEqualTo(Optional.ofNullable(read));
    }
}
