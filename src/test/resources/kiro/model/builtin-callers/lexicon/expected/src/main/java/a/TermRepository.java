package a;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface TermRepository extends JpaRepository<Term, Long> {
    Optional<Term> findByProjectIdAndId(Long projectId, Long id);

    List<Term> findByProjectId(Long projectId);

    boolean existsByProjectIdAndSourceAndIdNot(Long projectId, String source, Long id);

    boolean existsByProjectIdAndSourceIgnoreCase(Long projectId, String source);
}
