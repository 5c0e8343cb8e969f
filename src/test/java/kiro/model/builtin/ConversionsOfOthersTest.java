package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes the body of an answer and is no more than its package's.
class ConversionsOfOthersTest {
    private static final String FIELDS =
            """
            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `title` | string | |
            """;

    private static final String LIST =
            """
            # Course list

            ## Requirements

            - Endpoint: `GET /courses`
            - Authentication: none
            - Order: `title` ascending

            Query parameters:

            | Parameter | Type | Required | Constraints |
            |---|---|---|---|
            | `page` | integer | no | at least 0, default 0 |
            | `size` | integer | no | 1 to 100, default 20 |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `content` | array | the courses of this page |
            | `page` | integer | the page's number |
            | `size` | integer | the page's size |
            | `totalElements` | integer | the number of all courses found |

            ## Acceptance Criteria

            - [ ] AC-1: GET /courses returns 200 and the first 20 courses when no parameter is given
            """;

    private static final String CHANGE =
            """
            # Course change

            ## Requirements

            - Endpoint: `PUT /courses/{id}`
            - Authentication: none

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `title` | string | yes | 1 to 60 characters |

            """
                    + FIELDS
                    + """

                    ## Acceptance Criteria

                    - [ ] AC-1: PUT /courses/{id} returns 200 and the course when the body is valid
                    """;

    @TempDir private Path folder;

    private static final String OWN =
            """
            public CourseResponse get(long id) { return toResponse(courses.findById(id).orElseThrow()); }
            static CourseResponse toResponse(Course course) { return new CourseResponse(course.id(), course.title()); }
            """;

    private static final String MAPPER =
            """
            public class CourseMapper {
                public static CourseResponse toBody(Course course) { return new CourseResponse(course.id(), course.title()); }
            }
            """;

    private void built(String spec, String methods, String mapper)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .file(
                                "src/main/java/a/web/CourseController.java",
                                """
                                package a.web;

                                import a.service.CourseService;
                                import a.web.dto.CourseResponse;

                                @RestController
                                @RequestMapping("/courses")
                                public class CourseController {
                                    private final CourseService service;
                                    public CourseController(CourseService service) { this.service = service; }
                                    @GetMapping("/{id}")
                                    public CourseResponse get(@PathVariable long id) { return service.get(id); }
                                }
                                """)
                        .file(
                                "src/main/java/a/web/dto/CourseResponse.java",
                                "package a.web.dto;\n\npublic record CourseResponse(long id, String title) {}\n")
                        .file(
                                "src/main/java/a/domain/Course.java",
                                "package a.domain;\n\npublic record Course(long id, String title) {}\n")
                        .file(
                                "src/main/java/a/domain/Courses.java",
                                """
                                package a.domain;

                                @Repository
                                public class Courses {
                                    private final Map<Long, Course> all = new ConcurrentHashMap<>();
                                    private final AtomicLong ids = new AtomicLong();
                                    public long nextId() { return ids.incrementAndGet(); }
                                    public Course save(Course course) { all.put(course.id(), course); return course; }
                                    public Optional<Course> findById(long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Course> findAll() { return List.copyOf(all.values()); }
                                }
                                """)
                        .file(
                                "src/main/java/a/service/CourseService.java",
                                """
                                package a.service;

                                import a.domain.Course;
                                import a.domain.Courses;
                                import a.web.dto.CourseResponse;

                                @Service
                                public class CourseService {
                                    private final Courses courses;
                                    public CourseService(Courses courses) { this.courses = courses; }
                                    %s
                                }
                                """
                                        .formatted(methods))
                        .file(
                                "src/main/java/a/map/CourseMapper.java",
                                """
                                package a.map;

                                import a.domain.Course;
                                import a.web.dto.CourseResponse;

                                %s
                                """
                                        .formatted(mapper))
                        .built(folder, "course", spec);
        assertThat(loop.problem()).isEmpty();
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve("src/main/java/a/" + path)).replaceAll("\\s+", " ");
    }

    @Test
    @Tag("builtin-engine#AC-141")
    void are_called_where_they_can_be_for_a_page() throws IOException, InterruptedException {
        built(LIST, OWN, "final class CourseMapper {}");

        assertThat(file("web/CoursePage.java")).doesNotContain("CourseService");
        assertThat(file("web/CourseController.java"))
                .contains("CoursePage.of(")
                .doesNotContain("toResponse");
        assertThat(file("service/CourseService.java"))
                .contains("List<CourseResponse> ")
                .contains(".map(CourseService::toResponse)");
    }

    @Test
    @Tag("builtin-engine#AC-141")
    void are_called_where_they_can_be_for_an_answer() throws IOException, InterruptedException {
        built(CHANGE, OWN, "final class CourseMapper {}");

        assertThat(file("web/CourseController.java")).doesNotContain("CourseService.toResponse");
        assertThat(file("service/CourseService.java"))
                .contains("public CourseResponse updateCourse(")
                .contains("return toResponse(courses.save(");
    }

    @Test
    @Tag("builtin-engine#AC-141")
    void are_imported_by_a_class_of_another_package() throws IOException, InterruptedException {
        built(
                LIST,
                "public Course get(long id) { return courses.findById(id).orElseThrow(); }",
                MAPPER);

        assertThat(file("web/CoursePage.java"))
                .contains("import a.map.CourseMapper;")
                .contains(".map(CourseMapper::toBody)");
    }
}
