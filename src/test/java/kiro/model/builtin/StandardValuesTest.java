package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fields that have a value where they are not sent, in a request that replaces the whole or makes something new.
class StandardValuesTest {
    private static final String SPEC =
            """
            # Dish

            ## Requirements

            - Endpoint: `%1$s`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `name` | string | yes | 1 to 60 characters |
            | `vegan` | boolean | no | default %2$s |
            | `course` | string | no | `MAIN` or `DESSERT`, default `%3$s` |
            | `stock` | integer | no | 0 to 90 |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `name` | string | |
            | `vegan` | boolean | |
            | `course` | string | |
            | `stock` | integer | |

            ## Acceptance Criteria

            - [ ] AC-1: %1$s returns %4$s and the dish when the body is valid
            """;

    private static final String RECORD =
            "public record Dish(long id, String name, boolean vegan, Course course, int stock) {}";

    @TempDir private Path folder;

    private String built(String spec, String dish) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "DishController",
                                """
                                @RestController
                                @RequestMapping("/dishes")
                                class DishController {
                                    private final Dishes dishes;
                                    DishController(Dishes dishes) { this.dishes = dishes; }
                                }
                                """)
                        .type("Course", "public enum Course { MAIN, DESSERT }")
                        .type("Dish", dish)
                        .type(
                                "Dishes",
                                """
                                @Repository
                                public class Dishes {
                                    private final Map<Long, Dish> all = new ConcurrentHashMap<>();
                                    private final AtomicLong ids = new AtomicLong();
                                    public long nextId() { return ids.incrementAndGet(); }
                                    public Dish save(Dish dish) { all.put(dish.id(), dish); return dish; }
                                    public Optional<Dish> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Dish> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .built(folder, "dish", spec);
        assertThat(loop.problem()).isEmpty();
        notes = String.join("\n", SmallProject.notes(loop));
        return Files.readString(folder.resolve("src/main/java/a/DishController.java"))
                .replaceAll("\\s+", " ");
    }

    private String notes = "";

    @Test
    @Tag("builtin-engine#AC-140")
    void stand_for_what_a_record_had_where_the_whole_is_replaced()
            throws IOException, InterruptedException {
        String code = built(SPEC.formatted("PUT /dishes/{id}", "true", "MAIN", "200"), RECORD);

        assertThat(code)
                .contains("request.vegan() == null ? true : request.vegan()")
                .contains(
                        "request.course() == null ? Course.MAIN : Course.valueOf(request.course())")
                .contains("request.stock() == null ? 0 : request.stock()");
    }

    @Test
    @Tag("builtin-engine#AC-140")
    void stand_for_what_an_object_had_where_the_whole_is_replaced()
            throws IOException, InterruptedException {
        String code =
                built(
                        SPEC.formatted("PUT /dishes/{id}", "false", "MAIN", "200"),
                        """
                        public class Dish {
                            private final long id;
                            private String name;
                            private boolean vegan;
                            private Course course;
                            private int stock;
                            public Dish(long id, String name, boolean vegan, Course course, int stock) { this.id = id; this.name = name; this.vegan = vegan; this.course = course; this.stock = stock; }
                            public long id() { return id; }
                            public String name() { return name; }
                            public void setName(String name) { this.name = name; }
                            public boolean vegan() { return vegan; }
                            public void setVegan(boolean vegan) { this.vegan = vegan; }
                            public Course course() { return course; }
                            public void setCourse(Course course) { this.course = course; }
                            public int stock() { return stock; }
                            public void setStock(int stock) { this.stock = stock; }
                        }
                        """);

        assertThat(code)
                .contains("dish.setVegan(request.vegan() == null ? false : request.vegan());")
                .contains(
                        "request.course() == null ? Course.MAIN : Course.valueOf(request.course())");
    }

    @Test
    @Tag("builtin-engine#AC-140")
    void are_looked_at_by_a_test_that_sends_none_of_them()
            throws IOException, InterruptedException {
        built(SPEC.formatted("PUT /dishes/{id}", "false", "DESSERT", "200"), RECORD);

        String test = Files.readString(folder.resolve("src/test/java/a/DishTest.java"));
        String without = test.substring(test.indexOf("hat_is_optional"));
        assertThat(without)
                .contains("\"Some name\", true, Course.MAIN")
                .contains("jsonPath(\"$.vegan\").value(false)")
                .contains("jsonPath(\"$.course\").value(\"DESSERT\")");
    }

    @Test
    @Tag("builtin-engine#AC-140")
    void are_constants_of_the_project_where_something_new_is_made()
            throws IOException, InterruptedException {
        String code = built(SPEC.formatted("POST /dishes", "true", "MAIN", "201"), RECORD);

        assertThat(code)
                .contains("request.vegan() == null ? true : request.vegan()")
                .contains(
                        "request.course() == null ? Course.MAIN : Course.valueOf(request.course())");
    }

    @Test
    @Tag("builtin-engine#AC-140")
    void are_named_where_the_project_has_no_such_value() throws IOException, InterruptedException {
        built(SPEC.formatted("POST /dishes", "true", "SOUP", "201"), RECORD);

        assertThat(notes).contains("course: default").contains("is not evident");
    }
}
