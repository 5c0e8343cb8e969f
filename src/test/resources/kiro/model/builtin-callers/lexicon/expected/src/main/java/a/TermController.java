package a;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
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

    @PutMapping("/projects/{projectId}/terms/{id}")
    ProjectTermResponse update(
            @PathVariable long projectId,
            @PathVariable long id,
            @RequestBody UpdateTermRequest request) {
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(String.join("; ", problems));
        }
        projects.findById(projectId)
                .orElseThrow(
                        () -> new NotFoundException("project " + projectId + " does not exist"));
        Term term = terms.findById(id)
                .filter(found -> found.getProject().getId() == projectId)
                .orElseThrow(() -> new NotFoundException("term " + id + " does not exist"));
        if (terms.existsByProjectIdAndSourceAndIdNot(projectId, request.source(), term.getId())) {
            throw new TermConflictException("a term with this source exists already");
        }
        term.setSource(request.source());
        term.setTarget(request.target());
        return ProjectTermResponse.of(terms.save(term));
    }

    @PostMapping("/projects/{projectId}/terms")
    ResponseEntity<TermResponse> create(
            @RequestAttribute(TokenFilter.CALLER) long callerId,
            @PathVariable long projectId,
            @RequestBody CreateTermRequest request) {
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(String.join("; ", problems));
        }
        Project project =
                projects.findById(projectId)
                        .orElseThrow(
                                () -> new NotFoundException(
                                        "project " + projectId + " does not exist"));
        if (terms.existsByProjectIdAndSourceIgnoreCase(projectId, request.source())) {
            throw new TermConflictException("a term with this source exists already");
        }
        Term term = terms.save(new Term(project, callerId, request.source(), request.target()));
        return ResponseEntity.created(
                URI.create("/projects/" + projectId + "/terms/" + term.getId()))
                .body(TermResponse.of(term));
    }
}
