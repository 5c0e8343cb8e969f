package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
    private static final String TICKET =
            """
            package desk;
            class Ticket {
                private final long number;
                private final long openedBy;
                Ticket(long number, long openedBy) { this.number = number; this.openedBy = openedBy; }
                long getNumber() { return number; }
                long getOpenedBy() { return openedBy; }
            }
            """;

    @Test
    @Tag("builtin-engine#AC-61")
    void a_map_that_files_objects_under_a_property_finds_them_by_it() {
        assertThat(
                        key(
                                """
                                package desk;
                                class Tickets {
                                    private final java.util.Map<Long, Ticket> all = new java.util.TreeMap<>();
                                    void open(Ticket ticket) { all.put(ticket.getNumber(), ticket); }
                                }
                                """))
                .contains("number");
    }

    @Test
    @Tag("builtin-engine#AC-61")
    void the_parameter_of_a_finder_names_the_property() {
        assertThat(
                        key(
                                """
                                package desk;
                                interface Tickets {
                                    Ticket require(long number, String who);
                                }
                                """))
                .contains("number");
    }

    @Test
    @Tag("builtin-engine#AC-61")
    void of_several_properties_of_the_type_none_is_taken_by_chance() {
        assertThat(
                        key(
                                """
                                package desk;
                                class Tickets {
                                    private final java.util.Map<Long, Ticket> all = new java.util.TreeMap<>();
                                    void open(long free, Ticket ticket) { all.put(free, ticket); }
                                }
                                """))
                .isEmpty();
    }

    private static Optional<String> key(String store) {
        Sources sources =
                Sources.read(
                        JavaReader.ofRuntime(),
                        Map.of(
                                "src/main/java/desk/Ticket.java",
                                TICKET,
                                "src/main/java/desk/Tickets.java",
                                store));
        ProjectType tickets =
                sources.types().stream()
                        .filter(type -> type.name().equals("Tickets"))
                        .findFirst()
                        .orElseThrow();
        ProjectType ticket =
                sources.types().stream()
                        .filter(type -> type.name().equals("Ticket"))
                        .findFirst()
                        .orElseThrow();
        return new KeyReader(tickets).of(ticket, Optional.of(TypeName.of("Long")));
    }
}
