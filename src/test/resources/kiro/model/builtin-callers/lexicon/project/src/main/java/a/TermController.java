package a;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TermController {
    private final TermRepository terms;
    private final ProjectRepository projects;

    TermController(TermRepository terms, ProjectRepository projects) {
        this.terms = terms;
        this.projects = projects;
    }

    @GetMapping("/projects/{projectId}/terms/{id}")
    TermResponse get(
            @PathVariable long projectId,
            @PathVariable long id,
            @RequestAttribute(TokenFilter.CALLER) long callerId) {
        return terms.findByProjectIdAndId(projectId, id)
                .map(TermResponse::of)
                .orElseThrow(() -> new NotFoundException("no term " + id));
    }
}
