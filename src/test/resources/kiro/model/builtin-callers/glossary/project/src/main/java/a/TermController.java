package a;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TermController {
    private final TermStore terms;
    private final ProjectStore projects;

    TermController(TermStore terms, ProjectStore projects) {
        this.terms = terms;
        this.projects = projects;
    }

    @GetMapping("/projects/{projectId}/terms/{id}")
    Term get(@PathVariable long projectId, @PathVariable long id, @RequestAttribute(TokenFilter.CALLER) long callerId) {
        return terms.find(id)
                .filter(term -> term.projectId() == projectId)
                .orElseThrow(() -> new NotFoundException("no term " + id));
    }
}
