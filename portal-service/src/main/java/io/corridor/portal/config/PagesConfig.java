package io.corridor.portal.config;

import io.corridor.portal.campaign.CampaignQueries;
import io.corridor.portal.dashboard.DashboardQueries;
import io.corridor.portal.data.DataQueries;
import io.corridor.portal.dispute.DisputeQueries;
import io.corridor.portal.gap.GapQueries;
import io.corridor.portal.program.EvaluationJob;
import io.corridor.portal.program.ProgramQueries;
import io.corridor.portal.program.ProgramSink;
import io.corridor.portal.program.ReportJobs;
import io.corridor.portal.program.StudyQueries;
import io.corridor.portal.readmodel.Bodies;
import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.readmodel.ReadModel;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.roster.ForecastQueries;
import io.corridor.portal.roster.RosterExportQueries;
import io.corridor.portal.roster.RosterQueries;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.statement.StatementQueries;
import io.corridor.portal.variation.VariationJob;
import io.corridor.portal.variation.VariationQueries;
import io.corridor.portal.variation.VariationSink;
import io.corridor.portal.whatif.WhatIfQueries;
import io.corridor.portal.worklist.WorklistQueries;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queries and shell of the pages. */
@Configuration(proxyBeanMethods = false)
class PagesConfig {

  @Bean
  Shells shells(PortalProperties properties, LocalUsers users) {
    return new Shells(properties.demo(), users.logins());
  }

  @Bean
  WorklistQueries worklistQueries(ReadDatabase database) {
    return new WorklistQueries(database);
  }

  @Bean
  DashboardQueries dashboardQueries(ReadDatabase database, Bodies bodies) {
    return new DashboardQueries(database, bodies);
  }

  @Bean
  RosterQueries rosterQueries(ReadDatabase database, Bodies bodies) {
    return new RosterQueries(database, bodies);
  }

  @Bean
  RosterExportQueries rosterExportQueries(ReadDatabase database, Bodies bodies) {
    return new RosterExportQueries(database, bodies);
  }

  @Bean
  DisputeQueries disputeQueries(ReadDatabase database) {
    return new DisputeQueries(database);
  }

  @Bean
  CampaignQueries campaignQueries(ReadDatabase database) {
    return new CampaignQueries(database);
  }

  @Bean
  ForecastQueries forecastQueries(ReadDatabase database) {
    return new ForecastQueries(database);
  }

  @Bean
  GapQueries gapQueries(ReadDatabase database) {
    return new GapQueries(database);
  }

  @Bean
  DataQueries dataQueries(ReadDatabase database) {
    return new DataQueries(database);
  }

  @Bean
  StatementQueries statementQueries(ReadDatabase database, Bodies bodies) {
    return new StatementQueries(database, bodies);
  }

  @Bean
  WhatIfQueries whatIfQueries(ReadDatabase database, Bodies bodies) {
    return new WhatIfQueries(database, bodies);
  }

  @Bean
  ProgramQueries programQueries(ReadDatabase database, Bodies bodies) {
    return new ProgramQueries(database, bodies);
  }

  @Bean
  VariationQueries variationQueries(ReadDatabase database, Bodies bodies) {
    return new VariationQueries(database, bodies);
  }

  @Bean
  VariationJob variationJob(
      VariationQueries queries,
      VariationSink sink,
      Reference reference,
      PortalProperties properties) {
    return new VariationJob(queries, sink, reference, properties.zone());
  }

  @Bean
  ReportJobs reportJobs(
      ReadDatabase database,
      ProgramSink sink,
      ProgramQueries queries,
      VariationJob variation,
      Reference reference,
      PortalProperties properties,
      ObjectProvider<ReadModel> readModel) {
    return new ReportJobs(
        new EvaluationJob(new StudyQueries(database), sink),
        queries,
        variation::repeat,
        reference,
        properties.zone(),
        Optional.ofNullable(readModel.getIfAvailable()).map(model -> model::caughtUp));
  }
}
