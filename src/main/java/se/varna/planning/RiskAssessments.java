package se.varna.planning;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RiskAssessments extends Repository<RiskAssessment, Long> {

    RiskAssessment save(RiskAssessment assessment);

    List<RiskAssessment> findByCaseNumberOrderById(String caseNumber);
}
