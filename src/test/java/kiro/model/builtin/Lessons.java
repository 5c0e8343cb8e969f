package kiro.model.builtin;

/// A small project of lessons of learners, kept by Spring Data; learners and instructors are people.
final class Lessons {
    private Lessons() {}

    private static String entity(String name, String body) {
        return "@Entity\npublic class {name} {\n    @Id @GeneratedValue private Long id;\n    protected {name}() {}\n    public Long getId() { return id; }\n    {body}\n}\n"
                .replace("{name}", name)
                .replace("{body}", body);
    }

    /// @param time the type of the time at which a lesson begins
    static SmallProject project(String time) {
        return SmallProject.of("validation", "data-jpa")
                .type("Role", "public enum Role { INSTRUCTOR, LEARNER }")
                .type(
                        "Person",
                        entity(
                                "Person",
                                "private String name; @Enumerated(EnumType.STRING) private Role role; public Person(String name, Role role) { this.name = name; this.role = role; } public String getName() { return name; } public Role getRole() { return role; }"))
                .type(
                        "Lesson",
                        entity(
                                "Lesson",
                                "@ManyToOne(optional = false) private Person learner; private {time} startsAt; private String topic; public Lesson(Person learner, {time} startsAt, String topic) { this.learner = learner; this.startsAt = startsAt; this.topic = topic; } public Person getLearner() { return learner; } public {time} getStartsAt() { return startsAt; } public String getTopic() { return topic; }"
                                        .replace("{time}", time)))
                .type(
                        "PersonRepository",
                        "public interface PersonRepository extends JpaRepository<Person, Long> {}")
                .type(
                        "LessonRepository",
                        "public interface LessonRepository extends JpaRepository<Lesson, Long> {}")
                .type(
                        "LessonController",
                        """
                        @RestController
                        @RequestMapping("/lessons")
                        class LessonController {
                            private final LessonRepository lessons;
                            LessonController(LessonRepository lessons) { this.lessons = lessons; }
                        }
                        """)
                .test(
                        "LessonControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class LessonControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/lessons/{id}", 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    static String booking() {
        return Shelter.spec(
                        "POST /lessons",
                        "",
                        """
                        | `learnerId` | integer | yes | must be an existing learner: 404 |
                        | `startsAt` | timestamp | yes | |
                        | `topic` | string | yes | 1 to 60 characters |
                        """,
                        """
                        - [ ] AC-1: POST /lessons returns 201 and the lesson when the body is valid
                        - [ ] AC-2: POST /lessons returns 404 when there is no such learner
                        """)
                .replace(
                        "## Acceptance",
                        "Response fields: `id`, `learnerId`, `startsAt`, `topic`.\n\n## Acceptance");
    }

    static String list() {
        return """
        # Lesson list

        ## Requirements

        - Endpoint: `GET /lessons`
        - Authentication: none

        Query parameters:

        | Parameter | Type | Required | Constraints |
        |---|---|---|---|
        | `learnerId` | integer | no | filters |
        | `from` | date | no | only lessons that start on this day or later |
        | `to` | date | no | only lessons that start on this day or earlier |

        Response fields of each lesson:

        | Field | Type | Meaning |
        |---|---|---|
        | `id` | integer | |
        | `learnerId` | integer | |
        | `startsAt` | timestamp | |
        | `topic` | string | |

        ## Acceptance Criteria

        - [ ] AC-1: GET /lessons returns 200 and all lessons when no filter is given
        - [ ] AC-2: GET /lessons returns 200 and only the lessons of that learner when `learnerId` is given
        - [ ] AC-3: GET /lessons returns 200 and only lessons that start on that day or later when `from` is given
        - [ ] AC-4: GET /lessons returns 200 and only lessons that start on that day or earlier when `to` is given
        """;
    }
}
