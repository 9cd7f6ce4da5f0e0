package se.varna.staffing.process;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.directory.Appointment;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.engine.FormContent;
import se.varna.engine.FormInput;
import se.varna.engine.TaskContext;
import se.varna.engine.TaskTerms;
import se.varna.engine.TaskWork;
import se.varna.staffing.DirectoryFollower;
import se.varna.staffing.VacantPosts;

/** The steps of {@code directory-watch.bpmn} and the task of {@code vacant-post.bpmn}. */
@Configuration(proxyBeanMethods = false)
class StaffingSteps {

    @Bean
    JavaDelegate casesFollowDirectory(DirectoryFollower follower) {
        return execution -> follower.casesFollow();
    }

    @Bean
    JavaDelegate postsFollowDirectory(DirectoryFollower follower) {
        return execution -> follower.postsFollow();
    }

    /** <i>Tillsätt lokalt säkerhetsansvarig</i>. The business key is the unit's code: the task belongs to no case. */
    @Component
    static class FillVacantPost implements TaskWork {

        private final VacantPosts posts;

        FillVacantPost(VacantPosts posts) {
            this.posts = posts;
        }

        @Override
        public String taskKey() {
            return "userTask_fillVacantPost";
        }

        @Override
        public Optional<Action> needs() {
            return Optional.empty();
        }

        @Override
        public TaskTerms terms(TaskContext task) {
            return posts.terms(task.caseNumber());
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormInput input, String actor) {
            String reason = input.requiredText("reason", VacantPosts.SHORTEST_REASON);
            input.problems().refuseIfAny();
            posts.leave(task.caseNumber(), reason, actor);
            return Map.of();
        }
    }

    /** Which unit it is, who holds its post and until when, and where somebody is appointed. */
    @Component
    static class VacantPostContent implements FormContent {

        private final Directory directory;
        private final DirectoryContents contents;
        private final Labels labels;
        private final String baseUrl;

        VacantPostContent(
                Directory directory,
                DirectoryContents contents,
                Labels labels,
                @Value("${varna.base-url}") String baseUrl) {
            this.directory = directory;
            this.contents = contents;
            this.labels = labels;
            this.baseUrl = baseUrl;
        }

        @Override
        public String name() {
            return "vacantPost";
        }

        @Override
        public String markdown(TaskContext task, Sight sight) {
            String unit = task.caseNumber();
            String name = directory.unit(unit).map(Unit::name).orElse(unit);
            String officers = contents.officers(unit).stream()
                    .filter(officer -> officer.isValidOn(contents.today()))
                    .map(this::line)
                    .collect(Collectors.joining("\n"));
            return labels.text(
                    "form.vacantPost",
                    Markdown.plain(name),
                    officers.isEmpty() ? labels.text("form.vacantPost.nobody") : officers,
                    baseUrl + "/katalog/enheter/" + unit);
        }

        private String line(Appointment officer) {
            String name =
                    directory.person(officer.person()).map(Person::displayName).orElse("");
            return labels.text(
                    "form.vacantPost.officer",
                    Markdown.plain(name),
                    labels.of(officer.office()),
                    officer.validTo() == null ? "–" : labels.day(officer.validTo()));
        }
    }
}
