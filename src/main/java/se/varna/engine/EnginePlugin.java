package se.varna.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Person;

/** Everything in which this engine differs from a plain one. Built only when the schema is there. */
@Component
@DependsOnDatabaseInitialization
class EnginePlugin extends AbstractProcessEnginePlugin {

    /** Pauses before a failed job is tried again; then an incident in Cockpit. */
    private static final String RETRIES = "PT1M,PT5M,PT15M,PT1H,PT4H";

    private final Directory directory;
    private final Labels labels;

    EnginePlugin(Directory directory, Labels labels) {
        this.directory = directory;
        this.labels = labels;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new DirectoryIdentity.Factory(directory));
        configuration.setUserResourceWhitelistPattern(Person.ID.pattern());
        configuration.setResourceAuthorizationProvider(new GroupGrants());
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new FlowHistoryLevel())));
        configuration.setHistoryEventProducer(new NamelessHistory(directory));
        configuration.setFailedJobCommandFactory(new NamelessFailedJobs(labels));
        configuration.setDmnEngineConfiguration(PlainTables.configuration());
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new FailureTranslation())));
    }
}
