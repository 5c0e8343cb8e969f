package a;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

@Entity
public class Term {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    private Project project;

    @Column(nullable = false)
    private Long authorId;

    @Column(nullable = false, length = 20)
    private String source;

    private String target;

    private int votes = 1;

    private Instant approvedAt;

    protected Term() {}

    public Term(Project project, Long authorId, String source, String target) {
        this.project = project;
        this.authorId = authorId;
        this.source = source;
        this.target = target;
    }

    public Long getId() {
        return id;
    }

    public Project getProject() {
        return project;
    }

    public Long getAuthorId() {
        return authorId;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public int getVotes() {
        return votes;
    }

    public Instant getApprovedAt() {
        return approvedAt;
    }

    public void setApprovedAt(Instant approvedAt) {
        this.approvedAt = approvedAt;
    }
}
