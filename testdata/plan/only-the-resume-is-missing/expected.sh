#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# keep volume data: it is as the spec says
# keep claim shop/pvc-data: it is as the spec says
set -eu

printf '%s\n' '1/1 Resume Kustomization flux-system/storage'
# commit what the specs say first, or Flux puts the old state back
is=$(kubectl get kustomizations.kustomize.toolkit.fluxcd.io/storage --namespace=flux-system --ignore-not-found '--output=jsonpath={.metadata.annotations.fairlead\.dev/paused-by}')
if [ "$is" = 'shop' ]; then
  kubectl patch kustomizations.kustomize.toolkit.fluxcd.io/storage --namespace=flux-system --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/paused-by":null}},"spec":{"suspend":false}}'
fi

printf '%s\n' 'done'
