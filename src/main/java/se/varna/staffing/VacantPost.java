package se.varna.staffing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A unit whose security officer's post is or will soon be vacant. It goes away when somebody has been appointed. */
@Entity
@Table(name = "vacant_post")
class VacantPost implements Persistable<String> {

    @Id
    private String unit;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "process_instance")
    private String processInstance;

    @Column(name = "left_at")
    private Instant leftAt;

    protected VacantPost() {}

    VacantPost(String unit, Instant raisedAt) {
        this.unit = unit;
        this.raisedAt = raisedAt;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    void carriedBy(String instance) {
        processInstance = instance;
    }

    String processInstance() {
        return processInstance;
    }

    /** Nobody is to fill it for now: Säkerhet och Beredskap answers. */
    void left(Instant now) {
        leftAt = now;
    }

    /** Whether somebody still has to fill it or to decide that nobody does. */
    boolean isOpen() {
        return leftAt == null;
    }

    @Override
    public String getId() {
        return unit;
    }

    @Override
    public boolean isNew() {
        return processInstance == null;
    }
}
