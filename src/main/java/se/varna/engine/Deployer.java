package se.varna.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, forms and decision tables under their bare file names, so that a run from the sources and one from
 * the jar make the same deployment. Models and forms belong together in one deployment. Decision tables have one of
 * their own, so that a new model never puts an older table in front of one that the city has deployed since.
 */
@Component
class Deployer implements InitializingBean {

    private final RepositoryService repository;

    Deployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() {
        deploy("varna-processes", false, "classpath*:processes/*.bpmn", "classpath*:forms/*.form");
        deploy("varna-decisions", true, "classpath*:processes/*.dmn");
    }

    private void deploy(String name, boolean changedOnly, String... patterns) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(name).source("varna").enableDuplicateFiltering(changedOnly);
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : patterns) {
                Resource[] resources = resolver.getResources(pattern);
                Arrays.sort(resources, Comparator.comparing(Resource::getFilename));
                for (Resource resource : resources) {
                    try (InputStream content = resource.getInputStream()) {
                        deployment.addInputStream(resource.getFilename(), content);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }
}
